import { join } from 'node:path';
import { findAdopter } from '../processes/adopter.ts';
import type { Evidence } from './evidence.ts';
import { type PlayOptions, play } from './play.ts';
import type { Run } from './run.ts';

/** What a test has to play scenarios in. Closed with the test, whatever happened. */
export class Sandbox {
  /** The runs started so far. */
  readonly runs: Run[] = [];
  readonly #scenarios: string;

  /** @param scenarios the folder with the kata's scenario programs */
  constructor(scenarios: string) {
    this.#scenarios = scenarios;
  }

  /**
   * Starts `scenarios/<name>.ts` as real processes.
   * @param name without the ending
   */
  async play(name: string, options: PlayOptions = {}): Promise<Run> {
    const run = await play(join(this.#scenarios, `${name}.ts`), name, options);
    this.runs.push(run);
    return run;
  }

  /**
   * Who adopts the orphans of a run: pid 1 on one machine, another process on the next (`findAdopter`).
   * @returns its pid
   */
  findAdopter(): Promise<number> {
    return findAdopter();
  }

  /**
   * Ends every run; nothing of them is left.
   * @throws {ShortfallError} when one had ended by itself and left processes behind that were not declared
   */
  async close(): Promise<void> {
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
