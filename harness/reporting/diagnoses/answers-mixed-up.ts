import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'answers-mixed-up',
  why: "Calls overlapped, and a caller was given the answer to somebody else's question, or none. A message that comes in does not say by itself which call it belongs to: whoever listens hears it, and with one listener for each call all of them hear the first one.",
  site: 'wait',
} satisfies Diagnosis;
