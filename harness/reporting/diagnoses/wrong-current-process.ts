import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-current-process',
  why: 'What a process says of itself is not so. In the main process there is an object for it from the beginning. In a child it is the very object whose run() is executed there, with the name that it was given, and the pid is that of the process that asks. In every process it is another one, and always the same.',
} satisfies Diagnosis;
