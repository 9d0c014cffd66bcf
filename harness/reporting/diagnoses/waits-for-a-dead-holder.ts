import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waits-for-a-dead-holder',
  why: 'The holder was killed while it was inside, and whoever came later waits for it for ever. A process that is killed runs no more code: no finally, no exit listener, so what it made to hold the lock stays where it is. Whoever finds the lock must ask whether its holder still lives, and for that the lock must say who the holder is.',
} satisfies Diagnosis;
