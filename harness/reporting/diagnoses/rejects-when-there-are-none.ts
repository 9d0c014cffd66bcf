import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'rejects-when-there-are-none',
  why: 'Asked for the children of a process that has none, childrenOf failed, or gave something else than an empty list. That there are none is an answer. Some programs end with exit code 1 to say that they found nothing, and an empty text splits into one empty piece.',
  picture: 'none',
  showsAsError: true,
} satisfies Diagnosis;
