import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'one-after-the-other',
  why: 'One process came to its end before the other began. In that order every one of these programs is right, and so it is whenever you try it by hand: that is why such faults are found so late. The other process must come in between two steps that belong together.',
} satisfies Diagnosis;
