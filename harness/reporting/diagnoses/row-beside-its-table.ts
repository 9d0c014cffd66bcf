import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'row-beside-its-table',
  why: 'A process got a row while another one held the lock of its whole table. A lock of the same row is not all that can be in its way: whoever wants a row must look at the table, too, and wait there.',
} satisfies Diagnosis;
