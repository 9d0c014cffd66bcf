import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'stopped-taken-for-zombie',
  why: 'The process is stopped (SIGSTOP), which looks just as still. But it is alive: it has its memory and its files, SIGCONT would let it go on, and SIGKILL would end it. A zombie has ended by itself or by a signal, and nothing can be done to it.',
  site: 'start',
} satisfies Diagnosis;
