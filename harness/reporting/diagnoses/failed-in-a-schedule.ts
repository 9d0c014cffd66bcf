import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'failed-in-a-schedule',
  why: 'In this order of steps a process got an error that your code neither expects nor handles. Another process had changed what it was about to use: a file that was there a step ago may be gone, and one that was not there may have come.',
  showsAsError: true,
} satisfies Diagnosis;
