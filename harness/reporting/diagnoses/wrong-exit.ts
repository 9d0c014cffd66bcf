import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-exit',
  why: 'The child ended in one way and the result says another. A process ends either with an exit code or by a signal, and the other of the two is null. Both are known only once it has ended; a code of 0 is an exit code like any other.',
  site: 'wait',
} satisfies Diagnosis;
