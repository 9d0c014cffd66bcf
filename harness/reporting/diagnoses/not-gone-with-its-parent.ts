import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'not-gone-with-its-parent',
  why: 'The parent of the zombies was killed, and they have it as their parent still. There must be another process between.',
  picture: 'tree',
} satisfies Diagnosis;
