import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'changed-all-the-same',
  why: 'There was an error, as there should be; but it came too late: something had been changed before. Everything that can go wrong should be found out before the first thing is written.',
} satisfies Diagnosis;
