import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'joined-itself',
  why: "A process was to wait for its own end, and was not told that it cannot: whoever waits does not end. Only a child of one's own can be joined.",
} satisfies Diagnosis;
