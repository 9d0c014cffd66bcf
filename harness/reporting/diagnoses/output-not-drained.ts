import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'output-not-drained',
  why: 'The child did not end because nobody reads what it writes. A pipe holds 64 KiB; whoever writes into a full one stands still until there is room. The two wait for each other: the child for a reader, the reader for the end of the child.',
  site: 'wait',
} satisfies Diagnosis;
