import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'zombie-of-a-stranger',
  why: 'The zombie is not a child of yours, nor of a process that you started. Its parent ended, and it was handed to an adopter, who will reap it when he likes: on most machines at once.',
  site: 'start',
  picture: 'tree',
} satisfies Diagnosis;
