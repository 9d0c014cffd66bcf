import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-daemon-flag',
  why: 'Whether a process is a daemon is said when it is made: true or false. When nothing is said, it is what the process is in which it is made: the default of a daemon is another one than that of the main process.',
  picture: 'none',
} satisfies Diagnosis;
