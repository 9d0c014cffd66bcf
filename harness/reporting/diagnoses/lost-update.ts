import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'lost-update',
  why: 'Somebody added to the count, and it does not show: one process had read the number before another one wrote, and wrote an old sum over it. From reading to writing nobody else may be inside. Look in the table for who was inside when the number was read, and whether the lock was still theirs when they wrote.',
} satisfies Diagnosis;
