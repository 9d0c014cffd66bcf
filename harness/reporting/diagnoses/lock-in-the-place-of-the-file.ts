import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'lock-in-the-place-of-the-file',
  why: 'The lock was to lie at the path of the ticket file. It makes a directory there, and two things cannot have one path. Give it a path of its own that everybody finds who opens the same file: one made from the name of the file, for example.',
} satisfies Diagnosis;
