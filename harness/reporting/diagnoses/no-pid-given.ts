import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'no-pid-given',
  why: 'makeZombie did not return a number. It must be done when it returns: if it gives back a promise, the caller has to await it, and then the event loop turns and Node reaps the child.',
  picture: 'none',
} satisfies Diagnosis;
