import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'stopped-by-what-is-left',
  why: 'A buyer was killed in the middle of a sale, and something was left: a temporary file, perhaps. The next buyer stumbles over it and fails, and so will everyone after. Whoever comes next must be able to go on with whatever is there.',
} satisfies Diagnosis;
