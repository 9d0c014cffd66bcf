import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'two-inside',
  why: 'Two processes held the lock at the same time. Look in the table for what each of them had seen when it took the lock, and for what the other one did in between: to look and to take must be one operation, which the system does for one process alone.',
} satisfies Diagnosis;
