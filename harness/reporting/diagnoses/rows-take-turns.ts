import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'rows-take-turns',
  why: 'Two processes wanted different rows of one table, and the second one waited until the first one gave its row back. Nothing goes wrong in this way, but then one lock for everything would do: a row is locked so that others can work on the other rows meanwhile.',
} satisfies Diagnosis;
