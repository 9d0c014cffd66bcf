import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'free-pid-is-no-error',
  why: 'stateOf was asked for a pid that nobody has any more. That nobody has it is an answer, not an error. Processes end at any moment, also between your look and theirs, so whoever reads the table must expect it.',
  site: 'throw',
  showsAsError: true,
} satisfies Diagnosis;
