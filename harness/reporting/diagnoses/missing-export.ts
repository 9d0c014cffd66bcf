import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { testAgain } from '../diagnosis.ts';
import { type MissingExport, readMissingExport } from '../load-failure.ts';
import { ownerOf, toWorkbookPath } from '../place.ts';
import { crashesIn } from '../run-facts.ts';

/** A name that is imported and that the other module does not export. */
export default {
  name: 'missing-export',
  precedence: 42,
  recognise: (seen) => findMissing(seen) !== undefined,
  why: (seen) => {
    const { module, name, importer = '' } = findMissing(seen) ?? {};
    const fact =
      name === undefined
        ? 'A name is imported that the other file does not export.'
        : `${toWorkbookPath(importer)} imports '${name}' from '${module}', which exports no such name.`;
    return ownerOf(importer) === 'learner'
      ? `${fact} If it is a type, 'import type' says so: types are gone before Node looks for exports. If not, look at how it is spelt.`
      : `${fact} The brief says which names your file exports: look at how it is spelt there, and that 'export' stands before it and not 'export default'.`;
  },
  next: testAgain,
  picture: 'none',
  quote: () => undefined,
} satisfies Diagnosis;

function findMissing(seen: TestEvidence): MissingExport | undefined {
  return crashesIn(seen).flatMap((crash) => readMissingExport(crash) ?? [])[0];
}
