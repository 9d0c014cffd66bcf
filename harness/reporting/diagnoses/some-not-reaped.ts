import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'some-not-reaped',
  why: 'Ten zombies were made, and after reap() some of them are in the table still. Each has to be collected: remember all that you have made, not only the last one.',
  site: 'wait',
} satisfies Diagnosis;
