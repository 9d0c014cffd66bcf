import type { Diagnosis } from '../diagnosis.ts';
import { generationsOf, runInQuestion, wasStoppedFor } from '../run-facts.ts';

/** A family grows by a generation each time its program is loaded. No kata needs as many; a slow machine may not see more. */
const GENERATIONS = 5;

/** More processes than the budget allows, or, on a machine too busy for so many, a family that grows and grows. */
export default {
  name: 'fork-bomb',
  precedence: 50,
  recognise: (seen) =>
    wasStoppedFor(seen, 'over budget') ||
    seen.runs.some((run) => run.ending === 'over time' && generationsOf(run) >= GENERATIONS),
  why: (seen) => {
    const { budget } = runInQuestion(seen) ?? {};
    const limit =
      budget === undefined
        ? ''
        : ` No right answer needs more than ${budget} at once, so the whole family was stopped.`;
    return `Processes kept starting processes.${limit} It happens when the code that starts the children runs in each child as well, for example at the top level of a file that the children import; or in a loop that has no end.`;
  },
  picture: 'tree',
  site: 'start',
} satisfies Diagnosis;
