import type { TestOutcome } from '../reporting/outcome.ts';
import type { ScheduleEvidence } from '../schedule/evidence.ts';
import { switchesOf } from '../schedule/stretches.ts';
import { readAnswers } from '../workbook/answers.ts';
import type { Kata } from '../workbook/katas.ts';
import type { Overlay, OverlayEntry } from '../workbook/overlay.ts';
import {
  type Explorations,
  type JudgedAnswer,
  judgeMistake,
  judgeRight,
  judgeStub,
  type Role,
  type TestResult,
} from './judged-answer.ts';

/** An answer in the overlay, and how to judge it by what the tests said. */
export interface Entry extends OverlayEntry {
  role: Role;
  name: string;
  /** The only test wanted. */
  only?: string;
  judge: (results: TestResult[], loadError: string | undefined) => JudgedAnswer;
}

/** Every answer of the workbook to a kata, the stub first. */
export async function entriesOf(kata: Kata): Promise<Entry[]> {
  const { reference, alternatives, mistakes } = await readAnswers(kata);
  const stub: Entry = {
    kata,
    role: 'stub',
    name: 'stub',
    label: `${kata.id} stub`,
    files: 'pristine stub',
    judge: (results, loadError) => judgeStub(kata, results, loadError),
  };
  const right = [
    ...(reference === undefined ? [] : [{ role: 'reference' as const, ...reference }]),
    ...alternatives.map((alternative) => ({ role: 'alternative' as const, ...alternative })),
  ].map(({ role, name, directory }): Entry => {
    const label = `${kata.id} ${role} ${name}`;
    return { kata, role, name, label, files: { directory }, judge: (...said) => judgeRight(kata, role, name, ...said) };
  });
  const wrong = mistakes.map((mistake): Entry => {
    const { name, directory, rejectedBy } = mistake;
    const label = `${kata.id} mistake ${name}`;
    return {
      kata,
      role: 'mistake',
      name,
      label,
      files: { directory },
      only: rejectedBy,
      judge: (...said) => judgeMistake(kata, mistake, ...said),
    };
  });
  return [stub, ...right, ...wrong];
}

/** Judges an answer by the outcomes of its tests. */
export function judgeEntry({ judge }: Entry, outcomes: readonly TestOutcome[]): JudgedAnswer {
  const judged = judge(outcomes.filter(({ kind }) => kind === 'test').map(toResult), loadErrorOf(outcomes));
  const explored = summarize(outcomes.flatMap(({ schedules = [] }) => schedules));
  return { ...judged, ...(explored && { explored }) };
}

function summarize(explorations: readonly ScheduleEvidence[]): Explorations | undefined {
  if (explorations.length === 0) {
    return undefined;
  }

  const shown = explorations.find((exploration) => exploration.shown?.finding !== undefined)?.shown;
  return {
    schedules: explorations.reduce((sum, { runs, pruned }) => sum + runs + pruned, 0),
    crashes: explorations.reduce((sum, { crashes }) => sum + crashes, 0),
    ...(shown && { counterexample: counterexampleOf(shown) }),
  };
}

function counterexampleOf({ replay, schedule }: NonNullable<ScheduleEvidence['shown']>) {
  return { switches: switchesOf(schedule), ...(replay !== undefined && { replay }) };
}

/** The test files of which one test alone is wanted, with that test's name. */
export function onlyTests(entries: readonly Entry[], { testFiles }: Overlay): Map<string, string> {
  return new Map(
    entries.flatMap(({ label, only }) => (only === undefined ? [] : [[testFiles.get(label) ?? '', only]])),
  );
}

function toResult({ name, state, verdict, note }: TestOutcome): TestResult {
  return {
    name,
    state,
    ...(note === undefined ? {} : { note }),
    ...(verdict === undefined ? {} : { diagnosis: verdict.diagnosis, saw: verdict.saw ?? verdict.diff ?? '' }),
  };
}

function loadErrorOf(outcomes: readonly TestOutcome[]): string | undefined {
  const trouble = outcomes.find(({ kind }) => kind !== 'test');
  return trouble && `${trouble.name}: ${trouble.verdict?.saw ?? trouble.verdict?.details ?? ''}`;
}
