import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'signal-lost',
  why: 'A signal had ended the child, and its exit code was null, as if it still ran. A child that is killed has no exit code; that it has ended, and by what, stands in another field.',
  picture: 'none',
} satisfies Diagnosis;
