import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'task-never-began',
  why: 'Whoever had to start it had done so, but no process began to work on the task. What is sent to a new process later, when it says that it is there, is never sent if the one who started it ends before. What the new process prints may go nowhere: run it by hand to see its error.',
  site: 'start',
} satisfies Diagnosis;
