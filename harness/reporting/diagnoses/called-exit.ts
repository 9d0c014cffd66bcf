import type { Evidence } from '../../sandbox/evidence.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { isLearners } from '../learner-site.ts';
import { ownerOf } from '../place.ts';
import { toldBy } from '../run-facts.ts';

/** A function of the learner's ended the program of whoever called it. */
export default {
  name: 'called-exit',
  precedence: 61,
  recognise: ({ runs }) => runs.some(calledExit),
  why: 'The program ended because your code called process.exit. That ends the whole process at once, with everything else that the program that called you still had to do. A function gives its result back to its caller, or throws.',
  site: 'exit',
} satisfies Diagnosis;

function calledExit(run: Evidence): boolean {
  const told = toldBy(run, run.pid);
  const leaving = told.find((event) => event.type === 'leaving');
  const awake = told.find((event) => event.type === 'awake');
  if (leaving?.site === undefined || !isLearners(leaving.site)) {
    return false;
  }

  // To end after a signal is what a handler is for.
  const wasSignalled = run.events.some(
    (event) => event.type === 'signalled' && event.pid === run.pid && event.by === 'test',
  );
  return !wasSignalled && ownerOf(awake?.program ?? '') === 'scenario';
}
