import type { Diagnosis, TestEvidence } from '../diagnosis.ts';
import { childrenOf, runInQuestion } from '../run-facts.ts';

/** `3 processes at gate 'working' at once`: as many children as a right answer starts. */
const COUNT = /^(\d+) processes/;

export default {
  name: 'joined-before-all-started',
  why: 'This happens when each child is joined before the next one is started: then the whole takes the sum of the times, not the longest.',
  site: 'wait',
  notStarted: listMissing,
} satisfies Diagnosis;

function listMissing(seen: TestEvidence): string[] {
  const run = runInQuestion(seen);
  const wanted = Number(COUNT.exec(seen.error.expected ?? '')?.[1] ?? 0);
  const started = run === undefined ? 0 : childrenOf(run).length;
  return Array.from({ length: Math.max(0, wanted - started) }, (_, index) => `child ${started + index + 1}`);
}
