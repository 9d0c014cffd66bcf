import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'torn-file',
  why: 'A buyer was killed in the middle of a sale, and the file is no ticket file any more: it, or what was put in its place, had been opened, which empties it, and was not written to the end yet. All tickets are gone for everyone. There must be no moment at which the path leads to half a file.',
} satisfies Diagnosis;
