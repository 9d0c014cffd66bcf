import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'did-not-take-a-free-lock',
  why: 'The lock was free, nobody else was there, and tryAcquire did not say true, or not the second time. A lock that was given back is as free as a new one: what release leaves behind must not count as a holder.',
} satisfies Diagnosis;
