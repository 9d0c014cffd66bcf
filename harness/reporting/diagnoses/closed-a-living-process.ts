import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'closed-a-living-process',
  why: 'close() was called while the process was alive, and nothing objected, or the object could not be used any more. Whoever closes it says that he needs nothing of it; but somebody must still wait for the process, and nobody could then.',
} satisfies Diagnosis;
