import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'cut-at-the-first-parenthesis',
  why: 'The name of the program has parentheses in it. The first closing one need not be its end, and what follows may look like a state and a parent, on purpose: a program chooses its name. Tools that were fooled by this have killed the wrong process.',
  picture: 'none',
} satisfies Diagnosis;
