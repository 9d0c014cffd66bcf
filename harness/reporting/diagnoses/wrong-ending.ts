import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-ending',
  why: "The child ended in one way, and the answer says another: 'stopped' when it ended within the grace, however it did so, of a signal too; 'killed' when it had to be killed; 'already over' when it had ended before anybody asked.",
  site: 'wait',
} satisfies Diagnosis;
