import { join } from 'node:path';
import { findAdopter } from '../processes/adopter.ts';
import type { Evidence } from './evidence.ts';
import { hasPidNamespaces } from './pid-namespace.ts';
import { type PlayOptions, play } from './play.ts';
import type { Run } from './run.ts';
import { sharedWatcher, type Watcher } from './watcher.ts';

/** What a test has to play scenarios in. Closed with the test, whatever happened. */
export class Sandbox {
  /** Called before a scenario is played; may throw. */
  onPlay: () => void = () => {};
  /** The runs started so far. */
  runs: readonly Run[] = [];
  readonly #scenarios: string;
  readonly #watcher: Watcher;
  readonly #starting = new Set<Promise<Run>>();
  #isClosed = false;

  /**
   * @param scenarios the folder with the kata's scenario programs
   * @param watcher looks at the process table for all runs
   */
  constructor(scenarios: string, watcher: Watcher = sharedWatcher()) {
    this.#scenarios = scenarios;
    this.#watcher = watcher;
  }

  /**
   * Starts `scenarios/<name>.ts` as real processes.
   * @param name without the ending
   * @throws {Error} once the sandbox is closed
   */
  play(name: string, options: PlayOptions = {}): Promise<Run> {
    this.onPlay();
    return this.playFile(this.fileOf(name), name, options);
  }

  /** The file of a scenario. */
  fileOf(name: string): string {
    return join(this.#scenarios, `${name}.ts`);
  }

  /** The same for any program. */
  async playFile(file: string, name: string, options: PlayOptions = {}): Promise<Run> {
    if (this.#isClosed) {
      throw new Error(`The test is over: '${name}' is not played any more. Is an 'await' missing in the test?`);
    }

    const starting = play(file, name, options, this.#watcher);
    this.#starting.add(starting);
    try {
      const run = await starting;
      this.runs = [...this.runs, run];
      return run;
    } finally {
      this.#starting.delete(starting);
    }
  }

  /**
   * Lets go of a run whose own process is dead, as soon as nothing is left of it, and knows nothing of it then: to watch very many of them
   * takes time. What it has started lives on meanwhile.
   * @returns settles when the run is let go, or ended with the sandbox
   */
  async letGo(run: Run): Promise<void> {
    try {
      await run.emptied();
      await run.close();
    } catch {
      // The sandbox was closed meanwhile, and the run with it; or it will try that once more, and say why it cannot.
      return;
    }

    this.runs = this.runs.filter((other) => other !== run || run.wentTooFar);
  }

  /**
   * Who adopts the orphans of a run: pid 1 on one machine, another process on the next (`findAdopter`).
   * @returns its pid
   */
  findAdopter(): Promise<number> {
    return findAdopter();
  }

  /** Whether scenarios can be played with `pidNamespace` on this system. */
  hasPidNamespaces(): boolean {
    return hasPidNamespaces();
  }

  /**
   * Ends every run; nothing of them is left.
   * @throws {ShortfallError} when one had ended by itself and left processes behind that were not declared
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    // A test that failed while another of its plays was about to start does not leave that one behind.
    await Promise.allSettled(this.#starting);
    const results = await Promise.allSettled(this.runs.map((run) => run.close()));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) {
      throw failed.reason;
    }
  }

  /** Whether a run had to be stopped: too many processes, too much output, no end. */
  get wentTooFar(): boolean {
    return this.runs.some((run) => run.wentTooFar);
  }

  evidence(): Evidence[] {
    return this.runs.map((run) => run.evidence());
  }
}
