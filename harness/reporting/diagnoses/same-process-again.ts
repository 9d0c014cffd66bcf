import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'same-process-again',
  why: 'Two tasks were started, and there were not two processes at work at once. Either both calls used one process, or the second task had to wait for the first. Tasks in one process share its memory, its exit code and its end: when one of them fails, the other goes down with it.',
  site: 'start',
} satisfies Diagnosis;
