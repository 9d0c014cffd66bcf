import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'did-not-take-over',
  why: 'The only other process had been killed while it held the lock, and tryAcquire did not say true. The lock of a dead holder is to be had, for one who only tries as well as for one who waits.',
} satisfies Diagnosis;
