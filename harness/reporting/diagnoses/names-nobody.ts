import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'names-nobody',
  why: 'Each name must be that of one of the processes, spelt as the brief spells it. A schedule says at every step who goes on.',
} satisfies Diagnosis;
