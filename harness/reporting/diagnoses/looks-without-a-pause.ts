import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'looks-without-a-pause',
  why: 'While it waits, a process looks again and again as fast as it can. That takes a core, perhaps the very one that the process needs for which it waits. Between two looks it should sleep for a moment: the system then gives the core to somebody else.',
} satisfies Diagnosis;
