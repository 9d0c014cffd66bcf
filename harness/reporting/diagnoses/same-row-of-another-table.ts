import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'same-row-of-another-table',
  why: 'Two processes wanted rows of the same name in different tables, and one had to wait for the other. What tells your locks apart is made from the name of the row alone.',
} satisfies Diagnosis;
