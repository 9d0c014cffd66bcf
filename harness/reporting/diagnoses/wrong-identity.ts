import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-identity',
  why: 'What whoAmI says and what the process table says differ. Both numbers are those of the process that calls: in a child they are others than in its parent.',
  picture: 'none',
} satisfies Diagnosis;
