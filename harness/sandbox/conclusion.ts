import { existsSync } from 'node:fs';
import type { Doing, Ending } from './evidence.ts';
import type { Excess } from './excess.ts';
import { monotonicMs } from './journal-writer.ts';
import type { Observation } from './observation.ts';
import { ShortfallError } from './shortfall.ts';
import { sweep } from './sweep.ts';
import type { Watcher } from './watcher.ts';

/** What a conclusion is drawn from; see run.ts. */
export interface ConclusionParts {
  observation: Observation;
  watcher: Watcher;
  survivors: number;
  /** The directory in which the processes work. */
  workDirectory: string;
  /** Settles once this process knows that the scenario's own process has ended: until then that one is a zombie. */
  exited: Promise<unknown>;
  /** Stops watching and removes the directory. */
  dispose: () => Promise<void>;
}

/** How a run comes to its end, and what was seen then. */
export class Conclusion {
  /** What every process was doing when the run, or a wait in it, was first given up. */
  doing: Doing[] = [];
  /** Processes that were left and that the test had not declared. */
  left: Doing[] = [];
  /** Whether the directory in which they worked was still there when all had ended; undefined before that. */
  directoryIsThere: boolean | undefined;

  readonly #parts: ConclusionParts;
  #ending: Ending | undefined;
  #endedAt: number | undefined;
  #sweeping: Promise<void> | undefined;
  #ended: Promise<void> | undefined;

  constructor(parts: ConclusionParts) {
    this.#parts = parts;
  }

  /** Undefined while the run goes on. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** When the run came to its end, milliseconds on CLOCK_MONOTONIC. */
  get endedAt(): number | undefined {
    return this.#endedAt;
  }

  /** What the run did too much of, if it was stopped for that. */
  get excess(): Excess | undefined {
    return this.#ending === 'by itself' || this.#ending === 'by the test' ? undefined : this.#ending;
  }

  noteDoing(): void {
    if (this.doing.length === 0) {
      this.doing = this.#parts.observation.doing(monotonicMs());
    }
  }

  /** The scenario's own process has ended, and no more is left than may be. */
  finish(ending: 'by itself' | 'by the test'): void {
    this.#ending ??= ending;
    this.#endedAt ??= monotonicMs();
  }

  /** The run goes too far, perhaps only those that may outlive its first process: it is swept at once. */
  stop(excess: Excess): void {
    if (this.#ending === 'by the test') {
      return;
    }

    this.noteDoing();
    this.#ending = excess;
    this.#endedAt = monotonicMs();
    // A failure to sweep is thrown by end(), which awaits the same promise.
    this.#sweep().catch(() => {});
  }

  /**
   * Judges who is left.
   * @throws {ShortfallError} `left-processes-behind`
   */
  checkLeft(): void {
    const { survivors, observation } = this.#parts;
    const left = observation.doing(monotonicMs());
    if (left.length <= survivors) {
      return;
    }

    this.left = left;
    const list = left.map(({ pid, ppid, command }) => `pid ${pid} (parent ${ppid}): ${command}`).join('\n');
    throw new ShortfallError({
      expected: survivors === 0 ? 'nothing left when the program had ended' : `at most ${survivors} left`,
      saw: `${left.length} still there\n${list}`,
      diagnosis: 'left-processes-behind',
    });
  }

  /**
   * Sweeps, and gives back all that the run holds.
   * @throws {SweepError}
   */
  end(): Promise<void> {
    this.#ended ??= this.#sweepAndDispose();
    return this.#ended;
  }

  async #sweepAndDispose(): Promise<void> {
    const { exited, workDirectory, dispose } = this.#parts;
    try {
      await this.#sweep();
      await exited;
    } finally {
      this.directoryIsThere = existsSync(workDirectory);
      await dispose();
    }
  }

  #sweep(): Promise<void> {
    const { observation, watcher } = this.#parts;
    this.#sweeping ??= observation.isOver
      ? Promise.resolve()
      : sweep(
          observation.members,
          () => watcher.look(),
          ({ pid }) =>
            observation.events.push({ type: 'signalled', pid, at: monotonicMs(), signal: 'SIGKILL', by: 'sandbox' }),
        );
    return this.#sweeping;
  }
}
