import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'said-yes-too-early',
  why: 'The buyer was told yes, looked at once, and the ticket was still there: the answer came before the sale was in the file. Were the process to end now, nobody would know of it. Answer when it is written.',
} satisfies Diagnosis;
