import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'lock-tied-to-its-holder',
  why: 'One process had acquired the Lock, another one wanted to release it, and could not. A Lock belongs to nobody: it is free or not, and whoever releases it makes it free. So one process can wait for another, which lets it go on. It is the RLock that has an owner.',
} satisfies Diagnosis;
