import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { type MissingModule, readMissingModule } from '../load-failure.ts';
import { crashesIn } from '../run-facts.ts';

/** Node was started with a program that is not there: most often a relative path. */
export default {
  name: 'program-not-found',
  precedence: 41,
  recognise: (seen) => findMissing(seen) !== undefined,
  why: (seen) => {
    const { missing } = findMissing(seen) ?? {};
    const program = missing === undefined ? 'a program' : `the program ${missing},`;
    return `A Node process was started with ${program} which does not exist, and ended at once. A relative path given to spawn or fork counts from the working directory of the process, which can be any, and not from the file in which it stands, as one in an import does.`;
  },
  site: 'start',
} satisfies Diagnosis;

function findMissing(seen: TestEvidence): MissingModule | undefined {
  return crashesIn(seen)
    .flatMap((crash) => readMissingModule(crash) ?? [])
    .find(({ kind, importer }) => kind === 'file' && (importer === undefined || importer.endsWith('/')));
}
