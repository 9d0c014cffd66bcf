import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'start-waited-for-the-end',
  why: 'run() was at work, and start() was not over: your program waited for the process that it had just started. To start and to wait are two things, and the second has a method of its own. A call of node:child_process whose name ends in Sync, or an await for the end of the child, makes one thing of them.',
  site: 'start',
} satisfies Diagnosis;
