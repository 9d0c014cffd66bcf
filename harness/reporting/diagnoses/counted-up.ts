import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'counted-up',
  why: 'While tickets were sold somebody searched all the time, and once saw more of them than the time before. None came back: an old count was written over a newer one, or a file that was no longer true was brought back to its place.',
} satisfies Diagnosis;
