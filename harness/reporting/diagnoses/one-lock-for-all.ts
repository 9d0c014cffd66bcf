import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'one-lock-for-all',
  why: 'Each process wanted a lock of its own, at a path of its own, and one of them could not get it while another held another one. So both paths led to the same lock: it has a fixed place, or one that is made of only a part of the path.',
} satisfies Diagnosis;
