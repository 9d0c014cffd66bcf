import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'asked-for-its-parent-too-late',
  why: 'The parent was gone before the watch began. Who takes the parent that it finds then for the one to be watched, watches its adopter, who never changes. The pid that you are given is that of the true parent.',
} satisfies Diagnosis;
