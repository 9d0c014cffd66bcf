import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'cell-in-the-caller',
  why: 'The pid of a cell is that of the program itself, so no process was started for it. A Map, an object and a worker thread all lie in the memory of the process that made them: when that process ends, everything in it ends at once, and nothing of it can be killed alone.',
  picture: 'none',
} satisfies Diagnosis;
