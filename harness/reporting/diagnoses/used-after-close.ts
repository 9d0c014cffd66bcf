import type { Diagnosis } from '../diagnosis.ts';

export default {
  name: 'used-after-close',
  why: 'An object was used after it had been closed, and answered. It knows nothing of its process any more, so whatever it says is not so: not alive, never started, no exit code. Such a use is a slip of the program, which must be told by an Error.',
  picture: 'none',
} satisfies Diagnosis;
