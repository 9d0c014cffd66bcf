import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'kept-after-an-error',
  why: 'The body threw an error, and the lock was never given back: whoever comes next waits for ever, be it the same process. Whatever way the body ends on, the lock must be released after it.',
} satisfies Diagnosis;
