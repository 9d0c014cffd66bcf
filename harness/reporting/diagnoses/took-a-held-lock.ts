import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'took-a-held-lock',
  why: 'The lock was held, and acquire() said something else than false: it was not to wait, or its time was up. Whoever is told true goes in, and is not alone there. When the time is up, the lock is not free for that.',
} satisfies Diagnosis;
