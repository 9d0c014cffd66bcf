import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'busy-waited',
  why: 'While it waited, the program was at work nearly all the time: it asks again and again whether the child is over. That takes a processor away from the very child that it waits for. A wait should cost nothing.',
  site: 'wait',
  picture: 'none',
} satisfies Diagnosis;
