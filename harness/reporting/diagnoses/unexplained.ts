import type { Diagnosis } from '../diagnosis.ts';
import { runInQuestion } from '../run-facts.ts';

/** Nothing fits: what was expected and what was seen must do. */
export default {
  name: 'unexplained',
  why: 'None of the usual causes fits.',
  quote: (seen) => {
    const run = runInQuestion(seen);
    const endedWell = run?.exit?.code === 0 || run?.exit === undefined;
    return endedWell ? undefined : run.stderr.trim().split('\n').slice(-8).join('\n');
  },
} satisfies Diagnosis;
