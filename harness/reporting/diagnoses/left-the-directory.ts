import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'left-the-directory',
  why: 'The name of an account was taken for a path, and led to a file that is none of the accounts in the directory, or to one of them in a roundabout way, under a second name with a second lock. The name of an account is a plain file name. Everything else is the name of no account.',
} satisfies Diagnosis;
