import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'listeners-left-behind',
  why: 'Each call added listeners to the child and left them there. They hold memory for as long as the child lives, and Node warns when there are more than ten for one event. A wait that gives up must take back what it added.',
  site: 'wait',
  picture: 'none',
} satisfies Diagnosis;
