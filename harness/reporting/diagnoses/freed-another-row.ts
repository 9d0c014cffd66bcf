import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'freed-another-row',
  why: 'One process gave back one row and another one was free as well, or the table was, though a row of it was still locked. What says that a row is locked must be there for each lock: not for each process, which may hold several rows, and not for each table.',
} satisfies Diagnosis;
