import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'row-and-table-in-a-circle',
  why: 'A row and its table wait for each other, and nothing changes any more. Usually the row has left its sign at the table and waits with it for the table, while the table waits until the last sign of a row is gone. One of the two must stand behind the other, or take its sign back while it waits.',
} satisfies Diagnosis;
