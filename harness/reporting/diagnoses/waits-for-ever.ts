import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'waits-for-ever',
  why: 'Somebody waits for something that nobody will do any more: what it waits for was never given back, or everyone waits for someone else. Follow in the table who took it last, and on which way that process left without giving it back.',
} satisfies Diagnosis;
