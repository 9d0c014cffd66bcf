import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'split-at-spaces',
  why: 'The name of the program has a space in it, and what stands behind it was counted from the wrong place. Only the fields behind the name are apart by spaces; the name may hold as many as it likes.',
  picture: 'none',
} satisfies Diagnosis;
