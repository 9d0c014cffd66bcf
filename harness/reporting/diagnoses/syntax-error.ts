import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { testAgain } from '../diagnosis.ts';
import { ownerOf, toWorkbookPath } from '../place.ts';
import { readSyntaxComplaint, type SyntaxComplaint } from '../syntax-complaint.ts';

/** The learner's file is no program at all. */
export default {
  name: 'syntax-error',
  precedence: 30,
  recognise: (seen) => findComplaint(seen) !== undefined,
  why: (seen) => {
    const { place, message } = findComplaint(seen) ?? {};
    const where = place === undefined ? 'your file' : `${toWorkbookPath(place.path)}:${place.line}`;
    return `Node could not read ${where}${message ? `: ${message}` : ''}. Nothing in the file has run. The cause can also stand a line or more before: a bracket or a quote that was not closed.`;
  },
  quote: (seen) => findComplaint(seen)?.snippet,
  next: testAgain,
  picture: 'none',
} satisfies Diagnosis;

function findComplaint({ runs }: TestEvidence): SyntaxComplaint | undefined {
  return runs
    .flatMap(({ stderr }) => readSyntaxComplaint(stderr) ?? [])
    .find(({ place, isTypeScript }) => !isTypeScript && ownerOf(place.path) === 'learner');
}
