import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'inner-release-freed-it',
  why: 'The owner had acquired the RLock more than once, released it less often, and another process got in. Each release gives back one acquire, the last one the lock. A flag cannot say how many are left.',
} satisfies Diagnosis;
