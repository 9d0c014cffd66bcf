import { type Crash, headlineOf } from '../crash.ts';
import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { ownerOf, toSite } from '../place.ts';
import { crashesIn, isEngineError } from '../run-facts.ts';

/** The scenario stumbled over what the learner's function gave back. */
export default {
  name: 'broke-its-caller',
  precedence: 82,
  recognise: (seen) => findCrash(seen) !== undefined,
  why: (seen) => {
    const crash = findCrash(seen);
    const frame = crash?.frames.find(({ path }) => ownerOf(path) === 'scenario');
    const site = frame && toSite(frame);
    const fact = crash && site && ` at ${site.file}:${site.line}: ${headlineOf(crash)}`;
    return `The program that uses your file stopped${fact ?? ''}. It could not work with what your code gave back or left behind. Look at that line, and at what the brief says of the value it uses.`;
  },
  quote: (seen) => findCrash(seen)?.text,
  picture: 'none',
} satisfies Diagnosis;

function findCrash(seen: TestEvidence): Crash | undefined {
  return crashesIn(seen).find((crash) => {
    const caller = crash.frames.find(({ path }) => ownerOf(path) !== 'node');
    return isEngineError(crash) && caller !== undefined && ownerOf(caller.path) === 'scenario';
  });
}
