import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-while-it-runs',
  why: 'A process had been started and had not ended, and its object said something else. From start() on there is a pid; it is alive, has no exit code, and is among the active children, until its end is seen.',
} satisfies Diagnosis;
