import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'zombie-taken-for-the-holder',
  why: 'The holder had been killed, and yet the others waited for it. Its parent had not collected it, so it was in the process table still, as a zombie: one can even send it signals. But it never runs again. Whether an entry of the table is a process or only its end, its state says.',
} satisfies Diagnosis;
