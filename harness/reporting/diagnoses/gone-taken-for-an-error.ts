import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'gone-taken-for-an-error',
  why: 'Somebody who had to end had ended already, and that was taken for an error. It happens all the time, also between two lines of yours: between the look and the signal anybody may end. Who wants a process to be gone has what he wants.',
  site: 'throw',
  showsAsError: true,
} satisfies Diagnosis;
