import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'rows-miscounted',
  why: 'The table was locked while a row was. With one row and the table it may go well; here two rows are locked at about the same time. If you keep a number of locked rows: to read it and to write one more are two steps, and two who read the same number are counted as one. If you keep records: look whether one of the two was lost, or was given the name of another.',
} satisfies Diagnosis;
