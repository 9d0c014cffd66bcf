import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'flag-inherited',
  why: 'A child of the lottery started the lottery as a program, and that one did not draw. What is put into the environment for a child reaches everybody below: its children, theirs, and whatever programs they start. A file that tells of a lottery somewhere is found by all of them, too.',
  picture: 'tree',
} satisfies Diagnosis;
