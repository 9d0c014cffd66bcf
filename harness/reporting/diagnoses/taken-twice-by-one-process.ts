import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'taken-twice-by-one-process',
  why: 'Two calls in one process wanted the same row, and both got it. The two are as much in each other’s way as two processes are: while one waits for a file or for the network, the other one goes on. A lock belongs to the call that took it, not to its process.',
} satisfies Diagnosis;
