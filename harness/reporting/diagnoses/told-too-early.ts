import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'told-too-early',
  why: 'The callback was called while the parent was alive and well. Compare who the parent is now with who it was: only that tells that it has changed.',
} satisfies Diagnosis;
