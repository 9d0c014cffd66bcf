import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'spins',
  why: 'A process computes without end and neither looks at what is shared nor pauses. What it waits for cannot come to pass while it keeps its core, and its own event loop cannot turn.',
} satisfies Diagnosis;
