import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'daemon-not-waited-for',
  why: 'Somebody joined a daemon, and the wait was over before the daemon was, or the program ended in the middle of it. That a program does not stay up for its daemons by itself does not mean that nobody may wait for one: who does is kept up until it has ended.',
  site: 'wait',
} satisfies Diagnosis;
