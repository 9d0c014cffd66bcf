import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'memories-mixed-up',
  why: 'A memory holds something that nobody wrote there: it was written to another one, or left from before. Processes share no variable, so what two of them have in common must have come from outside: a file, one channel for both, a variable in the parent. The list says what was done since the cells were opened; [] is nothing at all.',
  picture: 'none',
} satisfies Diagnosis;
