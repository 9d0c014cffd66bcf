import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'list-goes-on',
  why: 'The run is over before the list is: nobody can make another step. To compute, to compare or to close a file is no step, as no other process can see it. Take away what comes after the last row of the table, or look there for a path that you did not expect.',
} satisfies Diagnosis;
