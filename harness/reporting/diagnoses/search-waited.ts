import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'search-waited',
  why: 'A search had to wait: for a sale, or for another search. Thousands look for each one that buys, and to look changes nothing. If the file is whole at every moment, one look at it needs no lock.',
} satisfies Diagnosis;
