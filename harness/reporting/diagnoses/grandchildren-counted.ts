import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'grandchildren-counted',
  why: 'Among the children are some that somebody else started. A process is the child of one parent; that this one has a parent, too, makes a tree, and the question was only for the next level of it.',
  picture: 'tree',
} satisfies Diagnosis;
