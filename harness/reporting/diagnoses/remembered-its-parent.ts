import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'remembered-its-parent',
  why: 'The parent had ended, another process had taken its place, and whoAmI still told the old one. The pid of a process never changes, but who its parent is can change at any moment. A value that was read earlier says who it was then.',
} satisfies Diagnosis;
