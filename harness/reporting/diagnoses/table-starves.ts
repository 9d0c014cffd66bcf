import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'table-starves',
  why: 'A process waited for the lock of a table. Others gave back their rows and locked them again, and never was none of them locked at all: so it waits as long as rows come. Whoever waits for a table must be seen to wait, and rows that are asked for later must stand behind it.',
} satisfies Diagnosis;
