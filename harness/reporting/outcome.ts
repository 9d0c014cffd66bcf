import type { Evidence } from '../sandbox/evidence.ts';
import type { ScheduleEvidence } from '../schedule/evidence.ts';
import type { Counted } from './tally.ts';
import type { Verdict } from './verdict.ts';

/** What became of one test, or of something that should have been one: plain data. */
export interface TestOutcome {
  /**
   * `test`; `file` when a test file could not be loaded or holds no test; `unhandled` for an error outside every test, which is
   * a mistake in the harness or in a test.
   */
  kind: 'test' | 'file' | 'unhandled';
  /** Absolute path of the test file; empty when it is not known. */
  file: string;
  /** The folder in `katas/` with its label, e.g. `05-join~serial`; absent for a test of the harness. */
  folder?: string;
  /** The test's name, with those of its groups in front. */
  name: string;
  state: 'passed' | 'failed' | 'skipped';
  /** Milliseconds. */
  durationMs: number;
  /** Present when it failed. */
  verdict?: Verdict;
  /** Why it was skipped. */
  note?: string;
  /** What the test says beside its name, also when it passes: its annotations of the type `remark`. */
  remarks?: string[];
  /** What it counts towards, if anything. */
  counted?: Counted;
  /** Present when the test has evidence: it failed, or the evidence was asked for. */
  runs?: Evidence[];
  /** Present when it explored schedules. */
  schedules?: ScheduleEvidence[];
}

/**
 * Whether these outcomes show a right answer: some tests pass, and of the others each says why it cannot be played on this system.
 * One that is skipped without a word was forgotten.
 */
export function areRight(outcomes: readonly Pick<TestOutcome, 'state' | 'note'>[]): boolean {
  return outcomes.some(({ state }) => state === 'passed') && outcomes.every(isNoObjection);
}

/** Whether an outcome does not speak against the answer. */
export function isNoObjection({ state, note }: Pick<TestOutcome, 'state' | 'note'>): boolean {
  return state === 'passed' || (state === 'skipped' && note !== undefined);
}

const FOLDER = /\/katas\/(\d{2,}-[^/]+)\/[^/]+$/;

/** The folder of `katas/` in which a test file stands. */
export function folderOf(file: string): string | undefined {
  return FOLDER.exec(file)?.[1];
}

/** How much was tried, in words: `all 318 schedules of 2 processes`; of several explorations the sum. */
export function describeCount(explorations: readonly ScheduleEvidence[]): string {
  const [only] = explorations;
  if (only === undefined || explorations.length > 1) {
    return `${explorations.reduce((sum, { runs }) => sum + runs, 0)} schedules`;
  }

  const { runs: whole, pruned, explored, isComplete, wasOutside } = only;
  const [, isAll, rest] = /^(all )?(.*)$/.exec(explored) ?? [];
  const isBounded = explored.includes(' with up to ');
  // With a bound one that was given up had come, by a way of its own, to where another one had been.
  const runs = isBounded ? whole + pruned : whole;
  if (wasOutside) {
    return whole === 0 ? 'it waits for what is not under control' : `${whole} runs without control`;
  }

  if (runs === 1) {
    return `1 ${rest?.replace(/\bschedules\b/, 'schedule')}`;
  }

  return (isAll !== undefined || isBounded) && isComplete ? `all ${runs} ${rest}` : `${runs} ${rest}`;
}

/** The kata's id, without the label of an overlay: `05-join` of `05-join~serial`. */
export function kataOf(folder: string): string {
  return folder.split('~')[0] ?? folder;
}
