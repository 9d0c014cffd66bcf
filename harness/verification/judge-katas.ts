import { Collector } from '../reporting/collector.ts';
import type { TestOutcome } from '../reporting/outcome.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import { readAnswers } from '../workbook/answers.ts';
import type { Kata } from '../workbook/katas.ts';
import { createOverlay, type OverlayEntry } from '../workbook/overlay.ts';
import { type JudgedAnswer, judgeMistake, judgeRight, judgeStub, type TestResult } from './judged-answer.ts';
import { runTests } from './run-tests.ts';

/** An answer in the overlay, and how to judge it by what the tests said. */
interface Entry extends OverlayEntry {
  /** The only test wanted. */
  only?: string;
  judge: (results: TestResult[], loadError: string | undefined) => JudgedAnswer;
}

/** What the workbook's own answers showed. */
export interface Judgement {
  answers: JudgedAnswer[];
  /** What is wrong with tests rather than with answers: unknown diagnoses, errors outside every test. */
  problems: string[];
  /** The overlay in which every answer lies where it is used: for the type check. Gone with the test run. */
  overlay: string;
}

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
    only: new Map(
      entries.flatMap(({ label, only }) => (only === undefined ? [] : [[overlay.testFiles.get(label) ?? '', only]])),
    ),
  });

  const answers = entries.map(({ label, judge }) => {
    const outcomes = collector.outcomes.filter(({ file }) => file === overlay.testFiles.get(label));
    return judge(outcomes.filter(({ kind }) => kind === 'test').map(toResult), loadErrorOf(outcomes));
  });
  return { answers, problems: problemsOf(collector.outcomes), overlay: overlay.directory };
}

async function entriesOf(kata: Kata): Promise<Entry[]> {
  const { reference, alternatives, mistakes } = await readAnswers(kata);
  const stub: Entry = {
    kata,
    label: `${kata.id} stub`,
    files: 'pristine stub',
    judge: (results, loadError) => judgeStub(kata, results, loadError),
  };
  const right = [
    ...(reference === undefined ? [] : [{ role: 'reference' as const, ...reference }]),
    ...alternatives.map((alternative) => ({ role: 'alternative' as const, ...alternative })),
  ].map(({ role, name, directory }): Entry => {
    const label = `${kata.id} ${role} ${name}`;
    return { kata, label, files: { directory }, judge: (...said) => judgeRight(kata, role, name, ...said) };
  });
  const wrong = mistakes.map((mistake): Entry => {
    const { name, directory, rejectedBy } = mistake;
    const label = `${kata.id} mistake ${name}`;
    return {
      kata,
      label,
      files: { directory },
      only: rejectedBy,
      judge: (...said) => judgeMistake(kata, mistake, ...said),
    };
  });
  return [stub, ...right, ...wrong];
}

function toResult({ name, state, verdict }: TestOutcome): TestResult {
  return {
    name,
    state,
    ...(verdict === undefined ? {} : { diagnosis: verdict.diagnosis, saw: verdict.saw ?? verdict.diff ?? '' }),
  };
}

function loadErrorOf(outcomes: readonly TestOutcome[]): string | undefined {
  const trouble = outcomes.find(({ kind }) => kind !== 'test');
  return trouble && `${trouble.name}: ${trouble.verdict?.saw ?? trouble.verdict?.details ?? ''}`;
}

function problemsOf(outcomes: readonly TestOutcome[]): string[] {
  const unknown = outcomes.flatMap(({ verdict }) => verdict?.problem ?? []);
  const unhandled = outcomes
    .filter(({ kind }) => kind === 'unhandled')
    .map(({ name, verdict }) => `${name}: ${verdict?.saw}`);
  return [...new Set([...unknown, ...unhandled])];
}
