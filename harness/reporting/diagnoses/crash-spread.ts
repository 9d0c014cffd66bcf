import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'crash-spread',
  why: "One worker crashed, and another client felt it, or nobody is served any more. Processes are kept apart so that the end of one means nothing to the others. If the server's program ended too, something in it takes a worker's end for its own trouble: an error that it throws, or an event that nobody listens to.",
  showsAsError: true,
} satisfies Diagnosis;
