import type { Diagnosis } from '../diagnosis.ts';
import { describeDoing } from '../doing.ts';

/** The scenario's process had ended, and others lived on. */
export default {
  name: 'left-processes-behind',
  precedence: 100,
  recognise: ({ runs }) => runs.some(({ left }) => left.length > 0),
  yields: () => true,
  why: 'The program had ended, and processes that it had started ran on. Nobody waits for them any more and nobody will end them: on your own machine they would still be there. What starts a process must see to its end, also when something fails in between.',
  site: 'start',
  quote: ({ error, runs }) => {
    const left = runs.flatMap((run) => run.left);
    // The test's own words may list them already.
    return left.every(({ pid }) => error.saw?.includes(`${pid}`)) ? undefined : left.map(describeDoing).join('\n');
  },
} satisfies Diagnosis;
