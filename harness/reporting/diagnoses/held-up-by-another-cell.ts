import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'held-up-by-another-cell',
  why: 'The process of one cell was stopped, and another cell did not answer any more. Somewhere its questions wait behind those to the first one: in a queue for all cells, or in a process that serves both.',
  site: 'wait',
} satisfies Diagnosis;
