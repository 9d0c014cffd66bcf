import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'ran-in-the-caller',
  why: 'The task ran under the pid of the program itself: no new process has run it. A function that is called, a promise and a worker thread all belong to the process in which they were made, however much they run side by side. A new process is made by the operating system, and begins with a program to run.',
  picture: 'none',
} satisfies Diagnosis;
