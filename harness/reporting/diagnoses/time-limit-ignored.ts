import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'time-limit-ignored',
  why: 'acquire() was to wait no longer than it was told, and waited on and on; in this scenario the holder waits for its answer. When the time is up, the answer is false, whoever holds the lock.',
} satisfies Diagnosis;
