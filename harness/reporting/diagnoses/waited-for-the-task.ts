import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waited-for-the-task',
  why: 'The task was at work, and startTask had not returned: your program stood still. The calls of node:child_process whose names end in Sync return when the process has ended, and until then nothing else happens in the process that called them. Starting and waiting are two things, and here only the first is asked for.',
  site: 'start',
} satisfies Diagnosis;
