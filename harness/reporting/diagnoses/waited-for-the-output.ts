import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waited-for-the-output',
  why: "The child had ended, and the wait went on: another process, which the child had started, still held the child's output open. Node has one event for the end of a process and another for the end of its output, and the second can come much later.",
  site: 'wait',
} satisfies Diagnosis;
