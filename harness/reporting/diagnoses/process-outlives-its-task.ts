import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'process-outlives-its-task',
  why: 'The task was done, and its process stayed up. Node ends a process when nothing can happen in it any more. An open channel that somebody listens to, a server or a timer means that something can: such a process waits for more, for ever.',
  site: 'start',
} satisfies Diagnosis;
