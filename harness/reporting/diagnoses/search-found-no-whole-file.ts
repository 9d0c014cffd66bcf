import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'search-found-no-whole-file',
  why: 'A search came while a sale was being written, and did not find a whole file: an empty one, or none at all. To write a file is to empty it first, and then to fill it; others look in between. To copy onto a file is the same. Put the new file together beside the old one, where nobody else writes at the same time, and bring it to its place in one operation.',
} satisfies Diagnosis;
