import type { Crash } from '../crash.ts';
import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { ownerOf } from '../place.ts';
import { crashesIn } from '../run-facts.ts';

const REASON = /The promise rejected with the reason "(.*)"\./;

/** A process died of a thrown text, number or object. */
export default {
  name: 'threw-a-non-error',
  precedence: 80,
  recognise: (seen) => findThrown(seen) !== undefined,
  yields: (_seen, named) => named.showsAsError === true,
  why: (seen) => {
    const thrown = findThrown(seen);
    return `A process ended because something was thrown, or a promise rejected, that nobody caught${thrown === undefined ? '' : `: ${thrown}`}. It is not an Error, so it carries no stack, and nobody can tell where it came from. What is thrown should be an Error that says what happened.`;
  },
  site: 'throw',
} satisfies Diagnosis;

function findThrown(seen: TestEvidence): string | undefined {
  return crashesIn(seen).flatMap((crash) => readThrown(crash) ?? [])[0];
}

function readThrown({ isError, code, message, place }: Crash): string | undefined {
  if (code === 'ERR_UNHANDLED_REJECTION') {
    // An object is shown by its class only.
    return REASON.exec(message)?.[1] ?? 'no reason given';
  }

  return isError || (place !== undefined && ownerOf(place.path) === 'scenario') ? undefined : message;
}
