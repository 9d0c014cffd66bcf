import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'name-taken-for-a-path',
  why: 'A name of a table or a row became part of a path as it is. In a path a slash makes a directory, two dots lead out of it, and no name is empty; in the name of a row these are characters like any others. A path needs something made of the name: a digest, or a number that is looked up.',
} satisfies Diagnosis;
