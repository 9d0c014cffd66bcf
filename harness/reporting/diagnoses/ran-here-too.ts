import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'ran-here-too',
  why: 'run() was executed more than once for one start(): in the new process, and in another place as well. Either the caller executes it too, or more than one process was started. What run() does, it must do once.',
  site: 'start',
} satisfies Diagnosis;
