import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-exit-code',
  why: 'A child ended with one code and another one was told. A program may end with any code from 0 to 255, and only its author knows what it means: 0 is a code, and those above 128 are no signals.',
  picture: 'none',
} satisfies Diagnosis;
