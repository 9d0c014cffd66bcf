import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { readStubName } from '../stub.ts';

/** The stub's own error came through. */
export default {
  name: 'not-written-yet',
  precedence: 20,
  recognise: (seen) => readStubName(seen) !== undefined,
  why: (seen: TestEvidence) => {
    const name = readStubName(seen);
    return `${name ? `${name}()` : 'This part'} still throws the error with which it was given to you. Your code goes in its place.`;
  },
  site: 'throw',
  picture: 'none',
  quote: () => undefined,
} satisfies Diagnosis;
