import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'silence-taken-for-the-end',
  why: 'The holder was stopped, or its event loop was blocked, so for an hour nothing came from it, and its lock was taken from it. It was alive all the time, and in the next moment it goes on inside. Silence is no proof of death; that a process has ended the system knows.',
} satisfies Diagnosis;
