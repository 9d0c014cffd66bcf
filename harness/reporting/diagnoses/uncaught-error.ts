import type { Crash } from '../crash.ts';
import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { siteOfCrash } from '../learner-site.ts';
import { ownerOf } from '../place.ts';
import { crashesIn, isEngineError } from '../run-facts.ts';

/** A process died of an error that was thrown in the learner's file. */
export default {
  name: 'uncaught-error',
  precedence: 81,
  recognise: (seen) => findCrash(seen) !== undefined,
  // A TypeError is a slip whatever was tried; another error may be meant, and the test knows what for.
  yields: (seen) => !isEngineError(findCrash(seen)),
  why: (seen) => {
    const crash = findCrash(seen);
    const site = crash && siteOfCrash(crash);
    return `A process ended with an error that nobody caught: ${crash?.name}${crash?.message ? `: ${crash.message}` : ''}. It comes from ${site?.file}:${site?.line}.`;
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
