import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'watch-threw',
  why: 'onOrphaned() threw an error instead of watching. It must work in any child: with or without a channel to the parent, and also when the parent is already gone.',
  site: 'throw',
} satisfies Diagnosis;
