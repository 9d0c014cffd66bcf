import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'blocked-while-stopping',
  why: "The program stood still while its child was ending: nothing else in it ran. Node is told of a child's end by a turn of the event loop, so whoever blocks it while it waits for the end cannot even learn of it.",
  site: 'wait',
} satisfies Diagnosis;
