import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'arguments-changed',
  why: 'The arguments that the task received are not those that it was given. On the way they were turned into something that cannot hold everything JSON can: look at what has become of quotes, line ends, empty texts, lists in lists, null.',
  site: 'start',
  picture: 'none',
} satisfies Diagnosis;
