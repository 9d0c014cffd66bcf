import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'never-two-inside',
  why: 'Whoever finds the lock file waits, and who finds none goes in. So both must find none, and yet one must still be inside when the other enters. Look in the table for the steps at which each has looked, entered and left.',
} satisfies Diagnosis;
