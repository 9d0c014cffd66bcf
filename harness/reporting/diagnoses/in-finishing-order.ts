import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'in-finishing-order',
  why: 'The results stand in the order in which the children ended. Which one is first can change from run to run, so the caller cannot tell whose result is whose. They belong in the order of the tasks.',
  picture: 'timeline',
} satisfies Diagnosis;
