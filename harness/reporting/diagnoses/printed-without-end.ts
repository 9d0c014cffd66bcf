import type { Diagnosis } from '../diagnosis.ts';
import { wasStoppedFor } from '../run-facts.ts';

/**
 * More output, or more marks, than anybody can read. A loop that prints and never pauses is not seen here but by the processor
 * time that it takes: what it prints piles up in its own memory.
 */
export default {
  name: 'printed-without-end',
  precedence: 51,
  recognise: (seen) => wasStoppedFor(seen, 'over output'),
  why: 'It wrote so much that it was stopped: something prints again and again and does not come to its end. The lines below are the first that it wrote.',
  quote: ({ runs }) => {
    const run = runs.findLast(({ ending }) => ending === 'over output') ?? runs.at(-1);
    return (run?.stdout || run?.stderr)?.split('\n').slice(0, 3).join('\n').slice(0, 240);
  },
  picture: 'none',
} satisfies Diagnosis;
