import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'bytes-became-characters',
  why: 'Other bytes came back than a right answer sends. Bytes are not characters: a chunk can end in the middle of one, not every sequence of bytes is text, and of the text far more letters than a to z have an upper case, some of them with another length. What is not an ASCII letter must pass as it is.',
  picture: 'none',
} satisfies Diagnosis;
