import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'signal-swallowed',
  why: 'The main program was sent a signal that ends programs, and did not end. Who listens for a signal takes the place of what the system does with it: nothing ends the program then but the listener.',
} satisfies Diagnosis;
