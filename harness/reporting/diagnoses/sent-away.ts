import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'sent-away',
  why: 'Somebody was told no, and there was a ticket left. In the table somebody else was in the middle of a sale just then. That the lock is held says only that somebody is buying; whether all is sold stands in the file. Wait for the lock, and then look.',
} satisfies Diagnosis;
