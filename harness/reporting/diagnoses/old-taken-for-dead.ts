import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'old-taken-for-dead',
  why: 'The holder was inside for an hour, at work, and its lock was taken from it. That a lock is old says that its holder takes long, and not that it is dead. No limit is long enough: a holder may be slow, stopped, or swapped out, and when it wakes up it goes on as the holder that it was.',
} satisfies Diagnosis;
