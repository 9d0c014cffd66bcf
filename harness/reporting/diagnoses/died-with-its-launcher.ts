import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'died-with-its-launcher',
  why: 'The launcher was killed, and its task with it. Nothing in the operating system does that by itself: a process lives on when its parent dies. Something that you set up ties the two together.',
  site: 'start',
} satisfies Diagnosis;
