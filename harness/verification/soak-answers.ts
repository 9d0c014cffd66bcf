import type { TestModule } from 'vitest/node';
import { Collector } from '../reporting/collector.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import type { MostSchedules } from '../sandbox/test-selection.ts';
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
  /** Tried in all its runs. */
  schedules: number;
  /** Of these, those in which a process was killed. */
  crashes: number;
  slowest?: { name: string; ms: number };
}

/** What is tested, and how often. */
export interface SoakRequest {
  /** How often each answer is tested. */
  times: number;
  /** Test files at the same time. */
  workers: number;
  /** The mistakes instead of the right answers. */
  mistakes: boolean;
  /** Only the one of this name. */
  answer?: string;
  /** Only the test of this name. */
  test?: string;
  /** Schedules that an exploration tries, if not as many as a learner's. */
  schedules?: MostSchedules;
  /** Told now and then how many runs are over, and of how many. */
  onProgress?: (done: number, runs: number) => void;
}

/** Says how far it has come, whenever another tenth of the runs is over. */
class TellingCollector extends Collector {
  readonly #runs: number;
  readonly #tell: (done: number, runs: number) => void;
  #done = 0;

  constructor(runs: number, tell: (done: number, runs: number) => void) {
    super();
    this.#runs = runs;
    this.#tell = tell;
  }

  override onTestModuleEnd(module: TestModule): void {
    super.onTestModuleEnd(module);
    this.#done += 1;
    const tenths = (done: number) => Math.floor((10 * done) / this.#runs);
    if (tenths(this.#done) > tenths(this.#done - 1)) {
      this.#tell(this.#done, this.#runs);
    }
  }
}

/**
 * Tests each right answer of a kata so many times: a copy each, one run of Vitest.
 * @throws {UsageError} when no answer, or no test, has the name that was asked for
 */
export async function soakAnswers(root: string, kata: Kata, request: SoakRequest): Promise<SoakResult[]> {
  const { times, workers, test, schedules, onProgress = () => {} } = request;
  const answers = chooseAnswers(await entriesOf(kata), request.mistakes, request.answer);
  const copies = answers.flatMap((entry) =>
    Array.from({ length: times }, (_, index) => ({ ...entry, label: `${entry.name} ${index + 1}`, original: entry })),
  );
  const overlay = await createOverlay(root, copies, testRunDirectory());
  const files = [...overlay.testFiles.values()];
  const collector = new TellingCollector(files.length, onProgress);
  await runTests({
    root: overlay.directory,
    files,
    reporter: collector,
    workers,
    ...(test !== undefined && { only: forEach(files, test) }),
    ...(schedules !== undefined && { mostSchedules: forEach(files, schedules) }),
  });

  const names = new Set(collector.outcomes.filter(({ kind }) => kind === 'test').map(({ name }) => name));
  if (test !== undefined && names.size > 0 && !names.has(test)) {
    throw new UsageError(`No test is named '${test}'. There are:\n  ${[...names].join('\n  ')}`);
  }

  return answers.map((entry) => {
    const own = copies
      .filter(({ original }) => original === entry)
      .map(({ label }) => {
        const outcomes = collector.outcomes.filter(({ file }) => file === overlay.testFiles.get(label));
        return { outcomes, ...judgeEntry(entry, outcomes) };
      });
    const tests = own.flatMap(({ outcomes }) => outcomes.filter(({ kind }) => kind === 'test'));
    const slowest = tests.toSorted((one, other) => other.durationMs - one.durationMs)[0];
    return {
      answer: entry.name,
      runs: own.length,
      failures: own.flatMap(({ problem }) => problem ?? []),
      schedules: own.reduce((sum, { explored }) => sum + (explored?.schedules ?? 0), 0),
      crashes: own.reduce((sum, { explored }) => sum + (explored?.crashes ?? 0), 0),
      ...(slowest === undefined ? {} : { slowest: { name: slowest.name, ms: slowest.durationMs } }),
    };
  });
}

function forEach<Value>(files: readonly string[], value: Value): Map<string, Value> {
  return new Map(files.map((file) => [file, value]));
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
