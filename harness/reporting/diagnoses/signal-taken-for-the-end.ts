import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'signal-taken-for-the-end',
  why: 'The child had been sent a signal before, and ignored it. That a signal was sent says nothing of what became of it, and that is all that `child.killed` tells.',
} satisfies Diagnosis;
