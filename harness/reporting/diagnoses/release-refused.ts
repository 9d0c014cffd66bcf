import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'release-refused',
  why: 'The lock was held, and release() threw.',
} satisfies Diagnosis;
