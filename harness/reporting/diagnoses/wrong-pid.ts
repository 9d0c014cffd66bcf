import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-pid',
  why: 'The pid of the object is not that of the process that executes run(). Before start() there is no such process, and so no pid; from start() on it is known, since the operating system gives it when the process is made. If somebody stands in between, for example a shell, the pid is that of the wrong one.',
  site: 'start',
} satisfies Diagnosis;
