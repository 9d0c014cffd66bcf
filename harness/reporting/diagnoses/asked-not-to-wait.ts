import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'asked-not-to-wait',
  why: 'The lock was held, and acquire({ block: false }) did not answer at once: it paused, or waited for the holder. Whoever does not want to wait has something else to do. One look decides.',
} satisfies Diagnosis;
