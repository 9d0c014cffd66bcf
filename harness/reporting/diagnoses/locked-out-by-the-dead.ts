import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'locked-out-by-the-dead',
  why: 'A buyer was killed in the middle of a sale, and nobody can buy any more: the others wait for ever for somebody who is dead. The lock that is given notices that; one made of a plain file does not.',
} satisfies Diagnosis;
