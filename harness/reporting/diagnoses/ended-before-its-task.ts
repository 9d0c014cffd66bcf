import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'ended-before-its-task',
  why: 'The task had begun, and its process ended before the task was done. A task may be asynchronous: when the call returns, it has given back a promise and has only begun its work. And nothing that is still pending survives process.exit().',
  site: 'start',
} satisfies Diagnosis;
