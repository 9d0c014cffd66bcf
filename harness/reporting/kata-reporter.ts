import type { SerializedError, TestModule, TestRunEndReason } from 'vitest/node';
import { Collector } from './collector.ts';
import { folderOf, type TestOutcome } from './outcome.ts';
import { renderClosing, renderLine, renderOthers, renderUnwritten } from './summary-text.ts';
import type { TextStyle } from './text.ts';

export interface KataReporterOptions extends TextStyle {
  /** Every failing test in full, not only the first. */
  all?: boolean;
  /** Where the report goes: stdout by default. */
  write?: (text: string) => void;
}

/** What is still to be printed: a heading, or the line of a test. */
type Pending = { heading: string } | { id: string };

/**
 * What a learner reads: a line a test as they are over, in the order of the file; then the first failure in full, for one thing
 * at a time is enough; then how many pass, and what to type next.
 */
export class KataReporter extends Collector {
  readonly #options: KataReporterOptions;
  readonly #write: (text: string) => void;
  #pending: Pending[] = [];
  #byId = new Map<string, TestOutcome>();
  /** Tests in the order of their files. */
  #printed: TestOutcome[] = [];

  constructor(options: KataReporterOptions = {}) {
    super();
    this.#options = options;
    this.#write = options.write ?? ((text) => process.stdout.write(text));
  }

  override onTestRunStart(): void {
    this.#pending = [];
    this.#byId = new Map();
    this.#printed = [];
    super.onTestRunStart();
  }

  onTestModuleCollected(module: TestModule): void {
    this.#pending.push(
      { heading: folderOf(module.moduleId) ?? module.relativeModuleId },
      ...[...module.children.allTests()].map(({ id }) => ({ id })),
    );
    this.#print();
  }

  override async onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): Promise<void> {
    await super.onTestRunEnd(modules, errors, reason);
    // Of an interrupted run some tests have no result, and others behind them have one.
    this.#pending = this.#pending.filter((next) => 'heading' in next || this.#byId.has(next.id));
    this.#print();
    this.#write(`\n${(await this.#conclude(reason)).join('\n\n')}\n`);
  }

  protected override add(outcome: TestOutcome, id?: string): void {
    super.add(outcome, id);
    if (id !== undefined) {
      this.#byId.set(id, outcome);
      this.#print();
    }
  }

  /** Prints what is over, up to the first test that is not. */
  #print(): void {
    for (let [next] = this.#pending; next !== undefined; [next] = this.#pending) {
      if ('heading' in next) {
        this.#write(`\n${next.heading}\n\n`);
      } else {
        const outcome = this.#byId.get(next.id);
        if (outcome === undefined) {
          return;
        }

        this.#printed.push(outcome);
        this.#write(`${renderLine(outcome, this.#options)}\n`);
      }

      this.#pending.shift();
    }
  }

  async #conclude(reason: TestRunEndReason): Promise<string[]> {
    const { all = false } = this.#options;
    // What is no test comes last.
    const ordered = [...this.#printed, ...this.outcomes.filter(({ kind }) => kind !== 'test')];
    const failed = ordered.filter(({ state }) => state === 'failed');
    const areUnwritten = failed.length > 0 && failed.every(({ verdict }) => verdict?.diagnosis === 'not-written-yet');
    if (areUnwritten && !all) {
      return [renderUnwritten(ordered, this.#options)];
    }

    const inFull = all ? failed : failed.slice(0, 1);
    const others = failed.slice(inFull.length);
    return [
      ...(await this.#renderFailures(inFull)),
      ...(others.length > 0 ? [renderOthers(others, this.#options)] : []),
      renderClosing(ordered, reason, this.#options),
    ];
  }

  async #renderFailures(failed: readonly TestOutcome[]): Promise<string[]> {
    if (failed.length === 0) {
      return [];
    }

    // Most of the time nothing fails, and to load what draws the pictures takes a while.
    const { renderFailure } = await import('./failure-text.ts');
    return failed.flatMap(({ name, verdict }) => (verdict ? [renderFailure(name, verdict, this.#options)] : []));
  }
}
