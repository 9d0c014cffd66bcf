import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'start-error-lost',
  why: "A program that could not be started never exits: there is no process that could. The only news of it is the child's 'error' event, which holds the cause, such as ENOENT (no such program). Whoever waits for an exit alone misses it.",
  site: 'wait',
  showsAsError: true,
  picture: 'none',
} satisfies Diagnosis;
