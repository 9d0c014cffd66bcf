import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'error-names-nothing',
  why: 'There was an error, but its message does not say what is wrong. Whoever reads it in a log, among a thousand transfers, needs the name of the account, or the amount.',
} satisfies Diagnosis;
