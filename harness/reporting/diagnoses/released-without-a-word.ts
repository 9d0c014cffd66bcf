import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'released-without-a-word',
  why: 'A process gave back a lock that it did not hold, and was told nothing, or could not give back the one it held. The first is always a slip of the program, which would go on without protection: release must throw, also when nobody holds the lock, and when this process held it a moment ago.',
} satisfies Diagnosis;
