import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'another-class-ran',
  why: 'Three objects of three classes were started, and not every process executed the run() of its own class. The module does not say which of its classes is meant, nor does the base class that they share: only the object itself belongs to one of them.',
  picture: 'tree',
} satisfies Diagnosis;
