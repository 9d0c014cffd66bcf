import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'told-too-early',
  why: 'The callback was called while the parent lived. If its silence told you so: these tests let a second pass in a millisecond, and on a busy machine a living parent is silent for longer. Compare who the parent is now with who it was: only that tells that it has changed.',
} satisfies Diagnosis;
