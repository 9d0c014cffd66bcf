import type { Evidence } from '../../sandbox/evidence.ts';
import type { Diagnosis } from '../diagnosis.ts';

/** Node's exit status when a top-level await is left pending: https://nodejs.org/api/process.html#exit-codes */
const UNSETTLED_AWAIT = 13;

/** The scenario waits for a promise that nobody will ever settle. */
export default {
  name: 'never-settles',
  precedence: 110,
  recognise: ({ error, runs }) => runs.some((run) => neverSettles(run, error.gaveUp === 'at rest')),
  yields: () => true,
  why: 'The program waited for a promise of yours that was never resolved nor rejected. When nothing is left that could still happen, Node ends a program that waits with exit status 13; when a timer or a listener keeps it up, it waits for ever. Usually the event that should settle the promise had come before anybody listened, or never comes in this case.',
  site: 'wait',
} satisfies Diagnosis;

function neverSettles(run: Evidence, restedInVain: boolean): boolean {
  const [only, ...others] = run.doing;
  const waitsAlone = only?.pid === run.pid && others.length === 0 && only.gate === undefined;
  return run.exit?.code === UNSETTLED_AWAIT || (restedInVain && waitsAlone);
}
