import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'slept-instead-of-joining',
  why: 'All children had ended, and the results were not there. This happens when the time that the children should take is slept through: that is too long on a fast machine and too short on a slow one. The end of a child is an event; no clock knows when it comes.',
  site: 'wait',
} satisfies Diagnosis;
