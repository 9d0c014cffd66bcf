import type { Diagnosis } from '../diagnosis.ts';
import { describeDoing } from '../doing.ts';
import { runInQuestion, wasStoppedFor } from '../run-facts.ts';

/** The wall-clock limit passed, and nothing more particular fits. */
export default {
  name: 'did-not-end',
  precedence: 120,
  recognise: (seen) => wasStoppedFor(seen, 'over time'),
  yields: () => true,
  why: 'The program was still at work when the time was over, long after any right answer is done, and was stopped. Below stands what each of its processes was doing then.',
  quote: (seen) => runInQuestion(seen)?.doing.map(describeDoing).join('\n'),
  site: 'wait',
} satisfies Diagnosis;
