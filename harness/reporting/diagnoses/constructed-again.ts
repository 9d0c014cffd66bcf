import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'constructed-again',
  why: 'The constructor of the class ran again in the child. It had done its work where the object was made: if it writes to a file, connects or counts, that happens twice now; it also needs its arguments, which nobody has kept. The child needs an object of the class with the same fields, and the constructor is not the only way to get one.',
  picture: 'none',
} satisfies Diagnosis;
