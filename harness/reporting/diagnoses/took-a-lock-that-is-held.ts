import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'took-a-lock-that-is-held',
  why: 'Another process held the lock, and tryAcquire did not say false. Either it took what was not free, or it gave back something else than a boolean.',
} satisfies Diagnosis;
