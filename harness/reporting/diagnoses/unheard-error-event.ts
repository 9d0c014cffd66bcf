import type { Crash } from '../crash.ts';
import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { crashesIn } from '../run-facts.ts';

/** An emitter had an 'error' event, and nobody listened: Node makes an uncaught error of it. */
export default {
  name: 'unheard-error-event',
  precedence: 83,
  recognise: (seen) => findCrash(seen) !== undefined,
  yields: (_seen, named) => named.showsAsError === true,
  why: (seen) => {
    const { message } = findCrash(seen) ?? {};
    return `Node reported an error by an event, and nobody listened for it${message ? `: ${message}` : ''}. An 'error' event without a listener ends the whole process. It is the only news of a program that could not be started, or of a pipe whose other end has gone.`;
  },
  site: 'start',
} satisfies Diagnosis;

function findCrash(seen: TestEvidence): Crash | undefined {
  return crashesIn(seen).find(({ text }) => text.includes("Emitted 'error' event on "));
}
