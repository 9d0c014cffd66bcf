import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'two-inside-after-a-crash',
  why: 'After one of the processes was killed, two of the others were inside at the same time. Look in the table for what each of them found when it took the lock: to find that a holder is dead, and to take its lock, are two steps, and in between somebody else may have taken it.',
} satisfies Diagnosis;
