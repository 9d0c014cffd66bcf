import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-new-parent',
  why: 'The callback was called, but not with the pid of the new parent. A channel may end a moment before the child is adopted: who asks in that moment is still given the old parent.',
} satisfies Diagnosis;
