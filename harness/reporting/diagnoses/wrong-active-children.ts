import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'wrong-active-children',
  why: 'activeChildren() is to list those processes that this one has started and whose end it has not seen: not those that were only made, and not only the last one.',
} satisfies Diagnosis;
