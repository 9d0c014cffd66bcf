import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'number-changed',
  why: 'A cell was given a number and told another one. On the way it was taken for a truth value, which 0 is not, or for an integer, or it became text and was never a number again. Between two processes only bytes travel: what they mean is up to both ends.',
  picture: 'none',
} satisfies Diagnosis;
