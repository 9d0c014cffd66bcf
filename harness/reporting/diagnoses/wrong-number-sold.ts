import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-number-sold',
  why: 'There were buyers and tickets, and not as many were told yes as could be. Too many: two read the same count. Too few: somebody was sent away while there was a ticket left, perhaps because somebody else was just buying.',
} satisfies Diagnosis;
