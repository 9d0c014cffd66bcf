import type { Diagnosis } from '../diagnosis.ts';
import { runInQuestion, wasStoppedFor } from '../run-facts.ts';

/** More processes than the budget allows. */
export default {
  name: 'fork-bomb',
  precedence: 50,
  recognise: (seen) => wasStoppedFor(seen, 'over budget'),
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
