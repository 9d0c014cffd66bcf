import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'kept-out-by-one-who-waits',
  why: 'One process waited for a row that is locked, and because of that another one could not get a row that was free. Look for what the one who waits holds meanwhile: the mutex around your own records must be given back before waiting begins, and taken again to look once more.',
} satisfies Diagnosis;
