import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'became-text',
  why: "Arguments arrived as text, or as something else than they were. All that a new process is given with its program is text. String(), and a template string too, make text that does not say any more what it came from: 7 and '7' look the same, and an object is '[object Object]'.",
  site: 'start',
  picture: 'none',
} satisfies Diagnosis;
