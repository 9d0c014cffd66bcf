import type { Diagnosis } from '../diagnosis.ts';
import { wasStoppedFor } from '../run-facts.ts';

/** More output, or more marks, than anybody can read. */
export default {
  name: 'printed-without-end',
  precedence: 51,
  recognise: (seen) => wasStoppedFor(seen, 'over output'),
  why: 'It wrote so much that it was stopped: most likely it prints in a loop that does not come to its end. The lines below are the first that it wrote.',
  quote: ({ runs }) => {
    const run = runs.findLast(({ ending }) => ending === 'over output') ?? runs.at(-1);
    return (run?.stdout || run?.stderr)?.split('\n').slice(0, 3).join('\n').slice(0, 240);
  },
  picture: 'none',
} satisfies Diagnosis;
