import { Collector } from '../reporting/collector.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import type { Kata } from '../workbook/katas.ts';
import { createOverlay } from '../workbook/overlay.ts';
import { UsageError } from '../workbook/usage-error.ts';
import { type Entry, entriesOf, judgeEntry } from './entries.ts';
import { runTests } from './run-tests.ts';

/** What many runs of one answer showed. */
export interface SoakResult {
  answer: string;
  runs: number;
  /** A line for each run in which it was judged wrongly. */
  failures: string[];
  slowest?: { name: string; ms: number };
}

/** Tests each right answer of a kata (or each mistake) so many times: a copy each, one run of Vitest. */
export async function soakAnswers(
  root: string,
  kata: Kata,
  { times, mistakes, answer }: { times: number; mistakes: boolean; answer?: string },
): Promise<SoakResult[]> {
  const answers = chooseAnswers(await entriesOf(kata), mistakes, answer);
  const copies = answers.flatMap((entry) =>
    Array.from({ length: times }, (_, index) => ({ ...entry, label: `${entry.name} ${index + 1}`, original: entry })),
  );
  const overlay = await createOverlay(root, copies, testRunDirectory());
  const collector = new Collector();
  await runTests({ root: overlay.directory, files: [...overlay.testFiles.values()], reporter: collector, workers: 2 });

  return answers.map((entry) => {
    const own = copies.filter(({ original }) => original === entry);
    const files = new Set(own.map(({ label }) => overlay.testFiles.get(label)));
    const tests = collector.outcomes.filter(({ file, kind }) => kind === 'test' && files.has(file));
    const slowest = tests.toSorted((one, other) => other.durationMs - one.durationMs)[0];
    const failures = own.flatMap(({ label }) => {
      const outcomes = collector.outcomes.filter(({ file }) => file === overlay.testFiles.get(label));
      return judgeEntry(entry, outcomes).problem ?? [];
    });
    return {
      answer: entry.name,
      runs: own.length,
      failures,
      ...(slowest === undefined ? {} : { slowest: { name: slowest.name, ms: slowest.durationMs } }),
    };
  });
}

function chooseAnswers(entries: readonly Entry[], mistakes: boolean, name: string | undefined): Entry[] {
  if (name !== undefined) {
    const chosen = entries.filter((entry) => entry.name === name);
    if (chosen.length === 0) {
      throw new UsageError(
        `No answer is named '${name}'. There are: ${entries.map((entry) => entry.name).join(', ')}.`,
      );
    }

    return chosen;
  }

  const wanted = mistakes ? ['mistake'] : ['reference', 'alternative'];
  return entries.filter(({ role }) => wanted.includes(role));
}
