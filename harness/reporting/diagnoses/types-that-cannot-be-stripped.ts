import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { testAgain } from '../diagnosis.ts';
import { ownerOf, toWorkbookPath } from '../place.ts';
import { readSyntaxComplaint, type SyntaxComplaint } from '../syntax-complaint.ts';

/** What to write instead, by a word of the complaint. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/enum/, "Instead of an enum: a union of texts ('running' | 'over'), or a constant object with 'as const'."],
  [/parameter property/, 'Instead of a parameter property: declare the field, and assign it in the constructor.'],
  [/namespace|module/, 'Instead of a namespace: export the names from a file of their own.'],
  [/import equals|export assignment/, "Instead of 'import x = require(...)': import x from '...'."],
  [/angle-bracket/, "Instead of '<Type>value': 'value as Type'."],
];

/** TypeScript that is more than JavaScript with types, which Node does not translate. */
export default {
  name: 'types-that-cannot-be-stripped',
  precedence: 31,
  recognise: (seen) => findComplaint(seen) !== undefined,
  why: (seen) => {
    const { place, message = '' } = findComplaint(seen) ?? {};
    const where = place === undefined ? 'in your file' : `at ${toWorkbookPath(place.path)}:${place.line}`;
    const [, instead = message] = INSTEAD.find(([word]) => word.test(message)) ?? [];
    return `Node runs TypeScript by taking the types out, and what stands ${where} is more than a type. ${instead}`.trimEnd();
  },
  quote: (seen) => findComplaint(seen)?.snippet,
  next: testAgain,
  picture: 'none',
} satisfies Diagnosis;

function findComplaint({ runs }: TestEvidence): SyntaxComplaint | undefined {
  return runs
    .flatMap(({ stderr }) => readSyntaxComplaint(stderr) ?? [])
    .find(({ place, isTypeScript }) => isTypeScript && ownerOf(place.path) === 'learner');
}
