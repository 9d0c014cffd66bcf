import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'taken-for-alive',
  why: 'A child had ended, and was said to be alive. There are two ways to end, by an exit code and by a signal, and each leaves the field of the other one null. And the code of a child that did well is 0, which JavaScript takes for false.',
  picture: 'none',
} satisfies Diagnosis;
