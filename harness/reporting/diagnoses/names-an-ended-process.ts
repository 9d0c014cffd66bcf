import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'names-an-ended-process',
  why: 'A process that has come to its end makes no more steps. How many it makes can depend on what the other one did before: who finds nothing left, or nothing in the way, takes another path through the program. Count along the table.',
} satisfies Diagnosis;
