import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'answered-for-another-module',
  why: 'isMain was asked about two modules, the program and one that it imports, and did not say rightly which of them is the program. Either it answers without a look at the URL that it is given, or it looks at a part of it: files in two folders can have the same name.',
  picture: 'none',
} satisfies Diagnosis;
