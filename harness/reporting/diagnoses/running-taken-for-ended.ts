import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'running-taken-for-ended',
  why: 'A process that is there was said not to run. What counts is that it has not ended: most processes sleep most of the time, and one that is stopped goes on when it is told to.',
  picture: 'none',
} satisfies Diagnosis;
