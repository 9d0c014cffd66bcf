import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'success-looks-like-failure',
  why: 'The task did what it had to do, and yet its process ended like one that failed: with another exit code than 0, or by a signal (then the code is null). The exit code is all that a parent learns of how it went. A process whose program comes to its end by itself has exit code 0.',
  site: 'start',
} satisfies Diagnosis;
