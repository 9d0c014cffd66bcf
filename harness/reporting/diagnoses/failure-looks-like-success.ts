import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'failure-looks-like-success',
  why: 'The task threw an error, and its process ended with exit code 0, as if all were well. Somebody caught the error on the way and did nothing more than print it. The exit code is all that a parent learns of how it went: a process that lets an error through ends with exit code 1.',
  site: 'start',
} satisfies Diagnosis;
