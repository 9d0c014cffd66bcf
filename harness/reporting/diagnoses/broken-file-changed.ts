import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'broken-file-changed',
  why: 'The file could not be understood, and it was changed or made all the same. Perhaps somebody can still repair it, or there was a mistake in the path. What you do not understand is not yours to write over.',
} satisfies Diagnosis;
