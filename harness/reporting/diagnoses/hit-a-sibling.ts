import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'hit-a-sibling',
  why: 'Somebody was ended who is not of the tree: another child of the program, or the program itself. A child is in the process group of its parent, unless it asked for one of its own, so a signal to the group of one hits all of them.',
} satisfies Diagnosis;
