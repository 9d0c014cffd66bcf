import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { numberOf } from '../diagnosis.ts';
import { type MissingModule, readMissingModule } from '../load-failure.ts';
import { ownerOf, toWorkbookPath } from '../place.ts';
import { crashesIn } from '../run-facts.ts';

/** The programs of the test import the learner's file, and it is not there. */
export default {
  name: 'answer-missing',
  precedence: 10,
  recognise: (seen) => findMissingAnswer(seen) !== undefined,
  why: (seen) => {
    const { missing } = findMissingAnswer(seen) ?? {};
    const file = missing === undefined ? 'Your file is not there.' : `There is no ${toWorkbookPath(missing)}.`;
    return `${file} The programs that the tests start import it. If it was renamed, name it so again; the stub can be brought back.`;
  },
  next: (kata) => `npm run reset ${numberOf(kata)}`,
  picture: 'none',
  quote: () => undefined,
} satisfies Diagnosis;

function findMissingAnswer(seen: TestEvidence): MissingModule | undefined {
  return crashesIn(seen)
    .flatMap((crash) => readMissingModule(crash) ?? [])
    .find(
      ({ kind, missing, importer }) =>
        kind === 'file' && ownerOf(missing) === 'learner' && ['scenario', 'given'].includes(ownerOf(importer ?? '')),
    );
}
