import { isNoObjection } from '../reporting/outcome.ts';
import type { Kata } from '../workbook/katas.ts';
import { type Check, checkThat } from './check.ts';

/** What the tests said of an answer. */
export interface TestResult {
  name: string;
  state: 'passed' | 'failed' | 'skipped';
  /** Stable name of the diagnosis, when it failed. */
  diagnosis?: string;
  /** One line of what was seen, when it failed. */
  saw?: string;
  /** Why it was skipped. */
  note?: string;
}

/** The part that an answer plays in the workbook. */
export type Role = 'stub' | 'reference' | 'alternative' | 'mistake';

/** An answer, what is claimed of it, and what the tests said: plain data. */
export interface JudgedAnswer {
  kata: string;
  role: Role;
  name: string;
  passed: boolean;
  /** For a mistake and a stub: what must catch it, and what did. */
  claimed?: { test?: string; diagnosis: string };
  caught?: { test: string; diagnosis: string };
  problem?: string;
  /** Present where its tests explored schedules. */
  explored?: Explorations;
}

/** What the explorations of an answer's tests amount to. */
export interface Explorations {
  schedules: number;
  /** Of these, those in which a process was killed. */
  crashes: number;
  /** Of what caught a mistake: the shortest schedule found that goes wrong; without `replay` where it goes on without end. */
  counterexample?: { replay?: string; switches: number };
}

/** The stub must be red, and red for the reason that the brief gives. */
export function judgeStub(kata: Kata, results: readonly TestResult[], loadError?: string): JudgedAnswer {
  const claimed = { diagnosis: kata.firstFailure ?? '' };
  const failures = results.filter(({ state }) => state === 'failed');
  const other = failures.find(({ diagnosis }) => diagnosis !== claimed.diagnosis);
  const [first] = failures;
  const problem =
    loadError ??
    (first === undefined
      ? 'the untouched stub passes every test'
      : other && `the brief promises [${claimed.diagnosis}], but '${other.name}' fails with [${other.diagnosis}]`);
  return finish({ kata: kata.id, role: 'stub', name: 'stub', claimed }, first, problem);
}

/** The reference and every alternative must pass every test that can be played on this system. */
export function judgeRight(
  kata: Kata,
  role: 'reference' | 'alternative',
  name: string,
  results: readonly TestResult[],
  loadError?: string,
): JudgedAnswer {
  const failures = results.filter((result) => !isNoObjection(result));
  const none = results.every(({ state }) => state === 'skipped') ? 'no test was run' : undefined;
  const [first] = failures;
  const problem =
    loadError ??
    none ??
    (first &&
      `a right answer is rejected: '${first.name}' ${first.state} ${tag(first)}, saw ${first.saw ?? 'nothing'}`);
  return finish({ kata: kata.id, role, name }, first, problem);
}

/** A mistake must fall to the test that it names, with the diagnosis that it names. */
export function judgeMistake(
  kata: Kata,
  mistake: { name: string; rejectedBy: string; diagnosis: string },
  results: readonly TestResult[],
  loadError?: string,
): JudgedAnswer {
  const claimed = { test: mistake.rejectedBy, diagnosis: mistake.diagnosis };
  const result = results.find(({ name }) => name === mistake.rejectedBy);
  const caught = result?.state === 'failed' ? result : undefined;
  let problem = loadError;
  if (problem === undefined && result === undefined) {
    problem = `there is no test '${mistake.rejectedBy}'`;
  } else if (problem === undefined && caught === undefined) {
    problem = `it slipped through: '${mistake.rejectedBy}' ${result?.state} with it`;
  } else if (problem === undefined && caught?.diagnosis !== mistake.diagnosis) {
    problem = `'${mistake.rejectedBy}' rejects it with ${caught && tag(caught)} and not with [${mistake.diagnosis}]; saw ${caught?.saw ?? 'nothing'}`;
  }

  return finish({ kata: kata.id, role: 'mistake', name: mistake.name, claimed }, caught, problem);
}

/** The check that a judged answer amounts to. */
export function checkOf({ kata, role, name, claimed, problem }: JudgedAnswer): Check {
  const sentences: Record<Role, string> = {
    stub: `${kata}: the untouched stub is red with [${claimed?.diagnosis}]`,
    reference: `${kata}: the reference passes`,
    alternative: `${kata}: alternative '${name}' passes`,
    mistake: `${kata}: mistake '${name}' is rejected with [${claimed?.diagnosis}]`,
  };
  return checkThat(sentences[role], problem);
}

function finish(
  answer: Omit<JudgedAnswer, 'passed' | 'caught' | 'problem'>,
  failure: TestResult | undefined,
  problem: string | undefined,
): JudgedAnswer {
  return {
    ...answer,
    passed: problem === undefined,
    ...(failure?.state === 'failed' ? { caught: { test: failure.name, diagnosis: failure.diagnosis ?? '' } } : {}),
    ...(problem === undefined ? {} : { problem }),
  };
}

function tag({ diagnosis }: TestResult): string {
  return diagnosis === undefined ? '' : `[${diagnosis}]`;
}
