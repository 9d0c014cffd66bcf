import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-answer',
  why: 'What happened was right, and what your function said of it was not. The brief says what it gives back in each case.',
} satisfies Diagnosis;
