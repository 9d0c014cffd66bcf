import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'told-more-than-once',
  why: 'The callback was called again and again. An orphan has a new parent for the rest of its life, so each further look finds the same. What is over need not be watched any more.',
} satisfies Diagnosis;
