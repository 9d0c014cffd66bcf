import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'new-row-beside-its-table',
  why: 'The table was locked, and somebody got a row of it that nobody had ever locked before. To lock each row that is known excludes those rows and no other: a new one is in no list. Rows and table must meet at one place, which is there before any row is.',
} satisfies Diagnosis;
