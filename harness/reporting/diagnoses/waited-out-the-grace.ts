import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waited-out-the-grace',
  why: 'All had ended, and the answer did not come. The grace is the longest that one waits, not how long one waits: it is over when the child is. This happens when the wait is for a time, and the child is looked at afterwards.',
  site: 'wait',
} satisfies Diagnosis;
