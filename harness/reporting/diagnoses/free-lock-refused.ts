import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'free-lock-refused',
  why: 'Nobody held the lock, and acquire() did not say true. A lock that was given back is as free as a new one; and an acquire that neither waits nor may wait takes what is free.',
} satisfies Diagnosis;
