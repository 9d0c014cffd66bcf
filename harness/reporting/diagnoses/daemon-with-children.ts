import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'daemon-with-children',
  why: "A daemon started a child of its own. Daemons are killed when their main program ends, without a word and in no order; nobody would be left to end that child, or to wait for it. So the start must be refused, in the daemon's own process.",
  site: 'start',
} satisfies Diagnosis;
