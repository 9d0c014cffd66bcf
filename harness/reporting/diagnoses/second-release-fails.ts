import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'second-release-fails',
  why: 'A process called release for the second time, and it rejected. That happens easily, once in the middle and once in a finally, and there is nothing wrong with it: the lock is given back already, which is all that was wanted.',
} satisfies Diagnosis;
