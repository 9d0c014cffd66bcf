import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'not-of-its-class',
  why: 'What run() was given as this in the child is not an object of its class: its fields may be there, but not its other methods. Text has no class. JSON gives back plain objects, and to call a function with such an object makes no instance of it.',
  picture: 'none',
} satisfies Diagnosis;
