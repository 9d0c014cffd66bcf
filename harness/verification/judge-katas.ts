import { Collector } from '../reporting/collector.ts';
import type { TestOutcome } from '../reporting/outcome.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import type { Kata } from '../workbook/katas.ts';
import { createOverlay, type Overlay } from '../workbook/overlay.ts';
import { type Entry, entriesOf, judgeEntry, onlyTests } from './entries.ts';
import type { JudgedAnswer } from './judged-answer.ts';
import { runTests } from './run-tests.ts';

/** What the workbook's own answers showed. */
export interface Judgement {
  answers: JudgedAnswer[];
  /** What is wrong with tests rather than with answers: unknown diagnoses, errors outside every test. */
  problems: string[];
  /** The overlay in which every answer lies where it is used: for the type check. Gone with the test run. */
  overlay: string;
}

/**
 * A learner's tests try more, and so does `npm run soak`. A right answer takes its time for each; what is wrong in one falls in the
 * first of them or falls there.
 */
export const MOST_SCHEDULES = 5;

/**
 * Judges the stub, the reference, every alternative and every mistake of some katas: in one overlay, by one run of the tests.
 * @param workers test files at the same time
 */
export async function judgeKatas(root: string, katas: readonly Kata[], workers: number): Promise<Judgement> {
  const entries = (await Promise.all(katas.map(entriesOf))).flat();
  const overlay = await createOverlay(root, entries, testRunDirectory());
  const collector = new Collector();
  await runTests({
    root: overlay.directory,
    files: [...overlay.testFiles.values()],
    reporter: collector,
    workers,
    only: onlyTests(entries, overlay),
    mostSchedules: mostSchedules(entries, overlay),
  });

  const answers = entries.map((entry) =>
    judgeEntry(
      entry,
      collector.outcomes.filter(({ file }) => file === overlay.testFiles.get(entry.label)),
    ),
  );
  return { answers, problems: problemsOf(collector.outcomes), overlay: overlay.directory };
}

function problemsOf(outcomes: readonly TestOutcome[]): string[] {
  const unknown = outcomes.flatMap(({ verdict }) => verdict?.problem ?? []);
  const unhandled = outcomes
    .filter(({ kind }) => kind === 'unhandled')
    .map(({ name, verdict }) => `${name}: ${verdict?.saw}`);
  return [...new Set([...unknown, ...unhandled])];
}

/** Mistakes have all the schedules there are: they end with the one that shows them. */
function mostSchedules(entries: readonly Entry[], { testFiles }: Overlay): Map<string, number> {
  return new Map(
    entries.flatMap(({ role, label }) => {
      const file = testFiles.get(label);
      return file === undefined || role === 'mistake' ? [] : [[file, MOST_SCHEDULES] as const];
    }),
  );
}
