import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'tried-and-waited',
  why: 'Somebody held the lock, and tryAcquire did not answer at once: it paused, or waited for the holder, who in this scenario waits for that answer. Whoever tries wants to do something else when the lock is taken. One look decides.',
} satisfies Diagnosis;
