import type { Reporter, SerializedError, TestCase, TestModule, TestRunEndReason, TestSuite } from 'vitest/node';
import { readFailure } from './failure.ts';
import { describeCount, folderOf, kataOf, type TestOutcome } from './outcome.ts';

/** A Vitest reporter that prints nothing and keeps what became of every test. */
export class Collector implements Reporter {
  /**
   * In the order in which the tests were over; of the last run of the tests, when they are run again and again. Verdicts are
   * there when the run is over: to read the diagnoses takes a while, and most of the time nothing fails.
   */
  outcomes: TestOutcome[] = [];
  #unjudged: { outcome: TestOutcome; error: unknown }[] = [];

  onTestRunStart(): void {
    this.outcomes = [];
    this.#unjudged = [];
  }

  onTestCaseResult(test: TestCase): void {
    this.add(this.#read(test), test.id);
  }

  onTestSuiteResult(suite: TestSuite): void {
    for (const error of suite.errors()) {
      this.add(
        this.#readTrouble('file', suite.module.moduleId, `the tests of '${suite.fullName}' could not be run`, error),
      );
    }
  }

  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) {
      this.add(this.#readTrouble('file', module.moduleId, 'the test file could not be loaded', error));
    }
  }

  async onTestRunEnd(
    _modules: readonly TestModule[],
    errors: readonly SerializedError[],
    _reason: TestRunEndReason,
  ): Promise<void> {
    for (const error of errors) {
      const { VITEST_TEST_NAME: test, VITEST_TEST_PATH: file } = error;
      const during = typeof test === 'string' ? ` during '${test}'` : '';
      const name = `an error outside every test${during}`;
      this.add(this.#readTrouble('unhandled', typeof file === 'string' ? file : '', name, error));
    }

    await this.#judge();
  }

  /**
   * Takes in one more outcome.
   * @param _id Vitest's id of the test; absent for what is no test
   */
  protected add(outcome: TestOutcome, _id?: string): void {
    this.outcomes.push(outcome);
  }

  #read(test: TestCase): TestOutcome {
    const result = test.result();
    const { runs, schedules, counted } = test.meta();
    const { moduleId: file } = test.module;
    const folder = folderOf(file);
    const isFailed = result.state === 'failed';
    const explorations = isFailed ? [] : (schedules ?? []).filter(({ isAsked }) => !isAsked);
    const explored = explorations.length > 0 ? [describeCount(explorations)] : [];
    const said = test.annotations().flatMap(({ type, message }) => (type === 'remark' ? [message] : []));
    const remarks = [...said, ...explored];
    const outcome: TestOutcome = {
      kind: 'test',
      file,
      ...(folder !== undefined && { folder }),
      name: test.fullName,
      state: isFailed || result.state === 'passed' ? result.state : 'skipped',
      durationMs: test.diagnostic()?.duration ?? 0,
      ...(result.state === 'skipped' && result.note !== undefined && { note: result.note }),
      ...(remarks.length > 0 && { remarks }),
      ...(counted !== undefined && { counted }),
      ...(runs !== undefined && { runs }),
      ...(schedules !== undefined && schedules.length > 0 && { schedules }),
    };
    if (isFailed) {
      this.#unjudged.push({ outcome, error: result.errors[0] });
    }

    return outcome;
  }

  #readTrouble(kind: 'file' | 'unhandled', file: string, name: string, error: SerializedError): TestOutcome {
    const folder = folderOf(file);
    const message = `[tests-could-not-run]: ${describe(error)}`;
    const outcome: TestOutcome = {
      kind,
      file,
      ...(folder !== undefined && { folder }),
      name,
      state: 'failed',
      durationMs: 0,
    };
    this.#unjudged.push({ outcome, error: { message } });
    return outcome;
  }

  async #judge(): Promise<void> {
    if (this.#unjudged.length === 0) {
      return;
    }

    const [{ loadCatalogue }, { conclude }] = await Promise.all([import('./catalogue.ts'), import('./conclude.ts')]);
    const catalogue = await loadCatalogue();
    for (const { outcome, error } of this.#unjudged) {
      const { folder = '', name: test, runs = [], schedules = [] } = outcome;
      outcome.verdict = conclude({ kata: kataOf(folder), test, error: readFailure(error), runs, schedules }, catalogue);
    }
  }
}

// A syntax error's message alone does not say where.
function describe({ message, stack }: SerializedError): string {
  const [place] = /\S+\.ts:\d+:\d+/.exec(stack ?? '') ?? [];
  return place === undefined || message.includes(place) ? message : `${message}\nat ${place}`;
}
