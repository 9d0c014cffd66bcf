import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'names-collide',
  why: 'Two different names led to the same lock, and one process waits for what it holds itself. Something is lost on the way from the name to what you make of it: characters that are replaced, the end of a long name, capital letters, or the border between the names of table and row.',
} satisfies Diagnosis;
