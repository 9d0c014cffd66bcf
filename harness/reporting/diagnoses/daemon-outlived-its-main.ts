import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'daemon-outlived-its-main',
  why: 'The main program had ended, and its daemon worked on, for nobody. A process lives on when its parent dies, and only what has been set up before ends it then. Think of all that a program can end of: its last line, a call of exit, an error, a signal that runs no code of yours, one that cannot be caught. And of the moment: the daemon may not even have begun.',
} satisfies Diagnosis;
