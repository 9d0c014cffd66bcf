import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'other-tables-kept-out',
  why: 'A table was locked, and so another table, or a row of another table, could not be. Something that should be there once for each table is there once for all: a sign, a list of those who hold rows, a mutex that is held for long.',
} satisfies Diagnosis;
