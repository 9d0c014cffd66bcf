import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'ended-child-still-active',
  why: 'A process had ended and been joined, and was still among the active children. Somebody must take it out of the list when its end is seen; nobody else will. A program that starts processes for years would keep every one of them in memory.',
} satisfies Diagnosis;
