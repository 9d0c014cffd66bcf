import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'error-lost',
  why: 'The body threw, and withLock did not pass that very error on. The caller must learn that the work failed, and why; an error that comes up while the lock is given back may not take the place of the first one.',
} satisfies Diagnosis;
