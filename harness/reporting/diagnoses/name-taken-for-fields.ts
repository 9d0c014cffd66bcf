import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'name-taken-for-fields',
  why: 'A child whose program is called ") S 1 (" is not in the list. Whoever splits a line takes what a program calls itself for what the system says of it: a name can hold spaces, parentheses, and whole fields.',
  picture: 'none',
} satisfies Diagnosis;
