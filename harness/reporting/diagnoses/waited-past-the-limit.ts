import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waited-past-the-limit',
  why: 'The wait went on when it should have been over: it ends when the child does or when the time is up, whichever is first. This happens when one of the two is waited for only after the other.',
  site: 'wait',
} satisfies Diagnosis;
