import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'children-refused',
  why: 'A child that is no daemon was not let start children of its own. Only daemons may not. It ends when it is done, and has all the time to wait for its children.',
} satisfies Diagnosis;
