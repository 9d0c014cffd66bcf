import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-number-of-arguments',
  why: 'The task was called with another number of arguments than it was given. Usually the list was handed over whole, as one argument: f(list) is not f(...list). Or only the first was passed on.',
  site: 'start',
  picture: 'none',
} satisfies Diagnosis;
