import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'launcher-kept-up',
  why: 'The launcher had nothing more to do, but it did not end. Node waits for the children of a program, and for pipes and channels to them, unless it is told not to count them. That a child is detached does not tell it so.',
  site: 'start',
} satisfies Diagnosis;
