import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'sold-only-once',
  why: 'Only who reads a number of tickets above 0 sells. Look at the tickets beside the table at the moment when each of them reads: after the other has written, and also in the middle of its writing, when the file is empty, it is too late.',
} satisfies Diagnosis;
