import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'no-zombie-made',
  why: 'makeZombie was called and never returned. If it waits for news of its child (its exitCode, an event), none can come: news is brought by a turn of the event loop, and the loop stands still as long as a function runs. The process table does not need it.',
  site: 'wait',
} satisfies Diagnosis;
