import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'died-with-its-zombies',
  why: 'The zombies are gone, and so is the program that made them. It is true that its end hands them to somebody who reaps them. But a program that has something else to do cannot end for that: it has to collect what its children have left.',
} satisfies Diagnosis;
