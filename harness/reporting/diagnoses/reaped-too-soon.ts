import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'reaped-too-soon',
  why: 'The process has ended, and somebody has collected its status already, so that there is no zombie. A call whose name ends in Sync reaps the child that it waited for. So does Node, as soon as the event loop turns. A process whose parent has ended is reaped by its adopter.',
  site: 'start',
} satisfies Diagnosis;
