import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'no-child-process',
  why: 'The money was spent, and no process was started. A function that is called, a promise and a worker thread all belong to the process in which they were made. A child process is made by the operating system, and loads its own copy of your module.',
  picture: 'none',
} satisfies Diagnosis;
