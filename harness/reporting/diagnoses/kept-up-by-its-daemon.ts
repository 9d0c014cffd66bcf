import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'kept-up-by-its-daemon',
  why: 'The main program had nothing more to do, and went on because its daemon did. Node waits for the children of a program, and for pipes and channels to them, unless it is told not to count them. A daemon is not waited for: that is what makes it one.',
  site: 'start',
} satisfies Diagnosis;
