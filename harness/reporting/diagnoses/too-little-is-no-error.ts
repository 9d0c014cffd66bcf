import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'too-little-is-no-error',
  why: 'There was too little money, and the transfer failed with an error. That somebody cannot pay is nothing unforeseen: it is one of the two answers, and the caller should not need a catch to hear it. Here it is false.',
} satisfies Diagnosis;
