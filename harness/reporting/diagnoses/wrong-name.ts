import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-name',
  why: 'Processes without a name of their own did not get the one that they should have. Each process counts those that are made in it: 1, 2, 3. The name is that of the class and these numbers, from the oldest ancestor down: the first one made in Process-1 is Process-1:1. So no two have the same one, in whatever process they were made.',
} satisfies Diagnosis;
