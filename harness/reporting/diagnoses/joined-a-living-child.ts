import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'joined-a-living-child',
  why: 'The wait was over while the child was still alive. A field that is not set yet says that it has not ended, and so does the moment just after it was started: neither is its end.',
  site: 'wait',
} satisfies Diagnosis;
