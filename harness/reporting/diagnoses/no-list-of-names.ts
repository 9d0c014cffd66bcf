import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'no-list-of-names',
  why: 'A list is an array of strings, one for each step: the name of the process that makes it. Whoever makes five steps in a row is named five times.',
} satisfies Diagnosis;
