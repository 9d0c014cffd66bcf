import type { Evidence } from '../../sandbox/evidence.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { isLearners } from '../learner-site.ts';
import { ownerOf } from '../place.ts';
import { toldBy } from '../run-facts.ts';

/** The learner's file ends the program that imports it. */
export default {
  name: 'ended-at-import',
  precedence: 60,
  recognise: ({ runs }) => runs.some(endedAtImport),
  why: 'The program ended while it loaded your file: a call of process.exit stands at the top level, outside any function. A module is loaded by programs that still have something to do; only the program itself should decide that it is over.',
  site: 'exit',
  picture: 'none',
} satisfies Diagnosis;

function endedAtImport(run: Evidence): boolean {
  const told = toldBy(run, run.pid);
  const leaving = told.find((event) => event.type === 'leaving');
  if (leaving?.site === undefined || !isLearners(leaving.site) || leaving.site.function !== undefined) {
    return false;
  }

  // Where the learner's file is itself the program, its top level is the place to end it.
  const awake = told.find((event) => event.type === 'awake');
  const isImported = ownerOf(awake?.program ?? '') === 'scenario';
  // An arrow function has no name either: but before the scenario's first line has run, nothing was told.
  const hasRun = told.some(({ type }) => type === 'mark' || type === 'gate-reached' || type === 'waits');
  return isImported && !hasRun;
}
