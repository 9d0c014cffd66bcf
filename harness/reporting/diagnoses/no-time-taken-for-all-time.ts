import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'no-time-taken-for-all-time',
  why: 'join() was to wait no time at all (0, or less), and waited until the process ends. JavaScript takes 0 for false, like a limit that was not given. Ask for the latter and nothing else.',
  site: 'wait',
} satisfies Diagnosis;
