import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'not-our-child',
  why: 'A new process runs the task, but its parent is another one than your program. Something stands between the two: a shell, a program that starts programs, a process put into the background. Only the parent is told by the operating system how a process ended; who is further up learns nothing of it.',
  site: 'start',
  picture: 'tree',
} satisfies Diagnosis;
