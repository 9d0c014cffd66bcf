import { type Crash, headlineOf } from '../crash.ts';
import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { siteOfCrash } from '../learner-site.ts';
import { ownerOf } from '../place.ts';
import { crashesIn, isEngineError } from '../run-facts.ts';

/** A process died of an error that was thrown in the learner's file. */
export default {
  name: 'uncaught-error',
  precedence: 81,
  recognise: (seen) => findCrash(seen) !== undefined,
  // A TypeError is a slip whatever was tried. Another error may be meant: in a child above all.
  yields: (seen, named) =>
    !isEngineError(findCrash(seen)) && (named.showsAsError === true || !seen.runs.some(({ exit }) => exit?.code === 1)),
  why: (seen) => {
    const crash = findCrash(seen);
    const site = crash && siteOfCrash(crash);
    return `A process ended with an error that nobody caught${crash ? `: ${headlineOf(crash)}` : ''}.${site ? ` It comes from ${site.file}:${site.line}.` : ''}`;
  },
  site: 'throw',
  quote: (seen) => findCrash(seen)?.text,
  picture: 'none',
} satisfies Diagnosis;

function findCrash(seen: TestEvidence): Crash | undefined {
  return crashesIn(seen).find(({ isError, frames }) => {
    const caller = frames.find(({ path }) => ownerOf(path) !== 'node');
    return isError && caller !== undefined && ownerOf(caller.path) === 'learner';
  });
}
