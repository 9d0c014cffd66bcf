import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'left-half-a-lock',
  why: 'A process was killed between two steps of taking the lock or giving it back, and what it left is a lock that nobody takes and nobody gives back: see in the table what had been made when it was killed, and what was still missing, perhaps the name of its owner. What others may meet must be whole from its first moment on.',
} satisfies Diagnosis;
