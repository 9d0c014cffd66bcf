import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'release-refused',
  why: 'The lock was held, and release() threw. Whoever holds a lock must be able to give it back, or nobody else ever gets in.',
} satisfies Diagnosis;
