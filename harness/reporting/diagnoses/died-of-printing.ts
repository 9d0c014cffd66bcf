import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'died-of-printing',
  why: 'The task died when it printed something. Its output went to a pipe or a terminal that was gone: the system answers a write there with the error EPIPE, and Node ends a process that does not expect it. A process that outlives its parent needs an output that outlives it as well.',
  site: 'start',
} satisfies Diagnosis;
