import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'sale-not-written',
  why: 'A buyer was told yes, and the file does not show the sale: it still offers the ticket, or offers one too few. What is sold is what the file says.',
} satisfies Diagnosis;
