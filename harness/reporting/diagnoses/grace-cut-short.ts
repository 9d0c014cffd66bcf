import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'grace-cut-short',
  why: 'The child was putting its things away, had all the time in the world left of its grace, and was ended before it was done. The grace is what the caller says, in milliseconds.',
} satisfies Diagnosis;
