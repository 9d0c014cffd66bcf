import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-parent',
  why: 'What a child knows of its parent is not so, or the main process was given one. The child must be told at its start who starts it: pid and name of the process that calls start(). Nobody has started the main process in this way, whatever shell or program has.',
} satisfies Diagnosis;
