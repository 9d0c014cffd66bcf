import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'cell-without-a-process',
  why: 'A cell gave a pid, and no living process of this program has it. Either the number was made up (the id of a thread, a counter), or the process has ended, as a shell does that only starts another one, or it was read before the process was started.',
  site: 'start',
} satisfies Diagnosis;
