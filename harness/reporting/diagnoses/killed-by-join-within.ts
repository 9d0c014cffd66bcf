import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'killed-by-join-within',
  why: 'When the time was over, the child was gone. The limit is on how long the caller waits, not on how long the child may work: afterwards the caller decides whether to wait again, to do something else, or to end it.',
  site: 'wait',
} satisfies Diagnosis;
