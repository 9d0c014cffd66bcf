import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'paid-to-itself',
  why: 'A transfer from an account to itself was answered as if it were one. Some programs make money so: they read the balance twice, take from one copy and add to the other, and what is written last stays. It is a mistake of whoever asks, and they should hear of it: an error.',
} satisfies Diagnosis;
