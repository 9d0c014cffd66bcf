import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-before-the-start',
  why: 'An object was made and nothing started, and it did not say so. There is no process yet: no pid, no exit code, nothing that is alive or among the active children. Its name and whether it is a daemon are settled, though: they are what it was made with.',
  picture: 'none',
} satisfies Diagnosis;
