import path from 'node:path';
import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { testAgain } from '../diagnosis.ts';
import { type MissingModule, readMissingModule } from '../load-failure.ts';
import { ownerOf, toWorkbookPath } from '../place.ts';
import { crashesIn } from '../run-facts.ts';

/** The learner's file imports what is not there. */
export default {
  name: 'module-not-found',
  precedence: 40,
  recognise: (seen) => findMissing(seen) !== undefined,
  why: (seen) => {
    const missing = findMissing(seen);
    return missing === undefined ? 'Your file imports what is not there.' : `${say(missing)} ${advise(missing)}`;
  },
  next: testAgain,
  picture: 'none',
  quote: () => undefined,
} satisfies Diagnosis;

function findMissing(seen: TestEvidence): MissingModule | undefined {
  return crashesIn(seen)
    .flatMap((crash) => readMissingModule(crash) ?? [])
    .find(({ kind, importer }) => kind === 'built-in' || (importer !== undefined && ownerOf(importer) === 'learner'));
}

function say({ importer, missing, kind }: MissingModule): string {
  const who = importer === undefined ? 'Your file' : toWorkbookPath(importer);
  const what = { file: 'the file', package: 'the package', 'built-in': "Node's own module" }[kind];
  return `${who} imports ${what} ${kind === 'file' ? toWorkbookPath(missing) : `'${missing}'`}, which is not there.`;
}

function advise({ missing, kind }: MissingModule): string {
  if (kind === 'file') {
    return path.extname(missing) === ''
      ? "An import names the file as it is, with its ending: './task.ts', not './task'."
      : 'Look at how its name is spelt, and from where: a path in an import is relative to the file it stands in.';
  }

  return "Look at how it is spelt. The katas need Node's own modules only, such as 'node:child_process' and 'node:fs/promises'.";
}
