import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'failed-by-accident',
  why: 'It threw, as it should, but the error does not say what is wrong: whoever called start() twice, or join() too early, reads of something inside your class that he does not know. An Error of your own, thrown before anything is tried, says in a sentence what the caller did.',
  picture: 'none',
} satisfies Diagnosis;
