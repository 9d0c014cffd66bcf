import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'hangs-on-nothing',
  why: 'There was nothing to wait for, and the wait did not end, or gave something else than an empty list. This happens when the result is given by whichever child ends last, or first: of no children, none does.',
  picture: 'none',
} satisfies Diagnosis;
