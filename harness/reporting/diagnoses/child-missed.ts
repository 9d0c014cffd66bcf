import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'child-missed',
  why: 'The process table shows a child that is not in the list, or not by its number. Any process has children that somebody else may ask for: they are found in the table by who their parent is, not by who has started them here.',
  picture: 'tree',
} satisfies Diagnosis;
