import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'name-too-long',
  why: 'The system did not take a file name that was made of the name of a table or a row: it may have 255 bytes (NAME_MAX). A Chinese character has three in UTF-8, and nine when written as in a URL. A digest always has the same length, however long the text is.',
} satisfies Diagnosis;
