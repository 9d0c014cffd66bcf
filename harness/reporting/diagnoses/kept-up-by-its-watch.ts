import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'kept-up-by-its-watch',
  why: "The child had nothing left to do but to watch its parent, and did not end by itself with status 0. A timer, a listener for 'disconnect' or an open stream counts as work for Node, unless it is told not to count it.",
} satisfies Diagnosis;
