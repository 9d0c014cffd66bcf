import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'accepted-unknown-account',
  why: 'There is no such account, and the transfer was answered as if there were. A file that is missing is not an account with nothing in it: who mistypes a name would pay to nobody, or have an account opened.',
} satisfies Diagnosis;
