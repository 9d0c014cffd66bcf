import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'torn-file',
  why: 'A buyer was killed in the middle of a sale, and the file is no ticket file any more: it had been opened, which empties it, and was not written yet. All tickets are gone for everyone. There must be no moment at which the path leads to half a file.',
} satisfies Diagnosis;
