import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'signalled-an-ended-child',
  why: 'The child had ended, its pid had been given to a process that has nothing to do with it, and that one got the signal. A pid says who is meant only as long as its process has not been collected. Whether it has, the child itself can tell.',
} satisfies Diagnosis;
