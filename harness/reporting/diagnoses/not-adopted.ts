import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'not-adopted',
  why: 'The task lives, but its parent is not the process that adopts orphans on this machine. Somebody between the launcher and the task is still its parent.',
  site: 'start',
} satisfies Diagnosis;
