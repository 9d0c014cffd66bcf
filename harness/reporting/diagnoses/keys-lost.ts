import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'keys-lost',
  why: 'The file held more than the number of tickets, and after a sale the rest is gone. It belongs to somebody else: change the number, and write back everything that was read.',
} satisfies Diagnosis;
