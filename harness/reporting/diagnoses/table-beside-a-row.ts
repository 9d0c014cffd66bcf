import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'table-beside-a-row',
  why: 'A process got the lock of a table while another one held a row of it. Whoever locks the table must wait until no row is locked any more. It cannot know the names of all rows, so whoever locks a row has to leave something at the table that says so: that is what databases call an intent.',
} satisfies Diagnosis;
