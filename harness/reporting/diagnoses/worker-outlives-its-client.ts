import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'worker-outlives-its-client',
  why: 'The client has gone, and its worker is still there, or is left as a zombie. With each client there would be one more. Node ends a process when nothing can happen in it any more; a channel with a listener, a timer, or a connection of which the other end has not been closed, are things in which something can.',
} satisfies Diagnosis;
