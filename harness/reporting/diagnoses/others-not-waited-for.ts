import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'others-not-waited-for',
  why: 'A child that is no daemon was ended by its main program, or left behind by it. Only daemons end with the program. The others have something to finish, and the program ends after them.',
} satisfies Diagnosis;
