import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'copied-back',
  why: 'The money of the parent is not 999 any more. The child cannot have changed it: no process reaches into the memory of another one. So your own code changed it here, by spending here, or by putting what the child told into the same variable.',
  picture: 'none',
} satisfies Diagnosis;
