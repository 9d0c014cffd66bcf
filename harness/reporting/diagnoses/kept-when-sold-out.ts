import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'kept-when-sold-out',
  why: 'Somebody was told no, and the lock was never given back: whoever comes next waits for ever. There are several ways out of a sale, and the lock must be released on each of them.',
} satisfies Diagnosis;
