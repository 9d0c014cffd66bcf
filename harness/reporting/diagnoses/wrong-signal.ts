import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-signal',
  why: 'A signal had ended the child, and the number told is not minus that of the signal. Signals have names and numbers, and the operating system knows which belong together. What a shell says, 128 more, cannot be told from an exit code.',
  picture: 'none',
} satisfies Diagnosis;
