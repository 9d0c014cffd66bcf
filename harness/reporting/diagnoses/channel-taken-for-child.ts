import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'channel-taken-for-child',
  why: 'Forked by another program, it did not draw. A channel for messages only tells that the parent used fork(): any program can start any other in this way. Whether this process is the lottery or a child of it is another question.',
  picture: 'tree',
} satisfies Diagnosis;
