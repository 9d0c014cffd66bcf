import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'list-stops-early',
  why: 'The list is over before the run is: somebody has not ended, and can go on. A schedule is whole when nobody can make another step. That counts also for who stands in front of a sleep, or must look a second time to see that nothing has changed. Go on until the table shows everybody at the end.',
} satisfies Diagnosis;
