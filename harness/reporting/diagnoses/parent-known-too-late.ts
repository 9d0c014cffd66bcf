import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'parent-known-too-late',
  why: 'The program starts a process only where it has no parent, and that was not enough: while the child loaded this very file, parentProcess() told it of none, as in the main process. What a child knows of its parent it must know before it loads any module of its user.',
  showsAsError: true,
} satisfies Diagnosis;
