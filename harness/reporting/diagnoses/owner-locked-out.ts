import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'owner-locked-out',
  why: 'A process held the RLock, wanted to acquire it once more, and waited for itself. That is what it is there for: a function that works under the lock may call another one that does so, too. The owner gets in again; it only has to be counted how often.',
} satisfies Diagnosis;
