import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'free-pid-taken-for-running',
  why: 'The process had ended and its parent knew it, so the pid was free; it was said to run.',
  picture: 'none',
} satisfies Diagnosis;
