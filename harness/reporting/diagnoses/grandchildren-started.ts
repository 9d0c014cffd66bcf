import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'grandchildren-started',
  why: 'The children started children of their own. To limit their number, or the generations, makes a fork bomb smaller and leaves its cause: a child that imports a module runs its top level again, from the first line to the last. Only one process in the tree is the program.',
  picture: 'tree',
  site: 'start',
} satisfies Diagnosis;
