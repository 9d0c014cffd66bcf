import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'nothing-was-lost',
  why: 'Two processes read the same number and each wrote it back with one more, so one of the two updates is gone, and the count is 1. When it is not, the given counter was changed, or another schedule was played than the one that the test asks for.',
} satisfies Diagnosis;
