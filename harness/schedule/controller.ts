import { join } from 'node:path';
import { ControlledProcess } from './controlled-process.ts';
import { ControlledRun } from './controlled-run.ts';
import type { Played, RunEnd } from './played.ts';
import type { Pool } from './pool.ts';
import type { Program } from './protocol.ts';
import { SharedDirectory, type SharedFiles } from './shared-files.ts';
import type { Scheduler } from './strategy.ts';

/** What is to be played under control. */
export interface Plan {
  /** The processes, by name, and the program of each. */
  processes: readonly { name: string; program: Program }[];
  /** What they share in the beginning. */
  files?: SharedFiles;
  /** A directory with what else is there in the beginning: what somebody left who was killed before. */
  legacy?: string;
  /** Steps after which a run is given up. */
  mostSteps?: number;
  /** How many processes may be killed in a run, wherever they stand (0). */
  crashes?: number;
  /** Whether states in which the processes have changed places count as the same. */
  areAlike?: boolean;
}

const MOST_STEPS = 1_000;

/** Plays runs of a plan, one after the other: between two steps exactly one process runs. */
export class Controller {
  readonly #plan: Plan;
  readonly #pool: Pool;

  constructor(plan: Plan, pool: Pool) {
    this.#plan = plan;
    this.#pool = pool;
    // To start one takes longer than a run, and two cores start two at a time.
    pool.keepReady(2 * (plan.crashes ?? 0));
  }

  /**
   * Plays one run.
   * @throws what the scheduler throws
   */
  async play(
    scheduler: Scheduler,
    {
      isTraced = false,
      keepIn,
    }: {
      isTraced?: boolean;
      /** Where a copy of what is shared in the end is left. */
      keepIn?: string;
    } = {},
  ): Promise<Played> {
    return this.#play((run) => run.goOn(scheduler, this.#plan.mostSteps ?? MOST_STEPS), {
      isTraced,
      isFree: false,
      ...(keepIn !== undefined && { keepIn }),
    });
  }

  /** Plays one run without control, as the machine has it: its steps are the marks alone, in the order of their times. */
  playFreely(): Promise<Played> {
    return this.#play((run) => run.awaitAll(), { isTraced: false, isFree: true });
  }

  async #play(
    goOn: (run: ControlledRun) => Promise<RunEnd>,
    { isTraced, isFree, keepIn }: { isTraced: boolean; isFree: boolean; keepIn?: string },
  ): Promise<Played> {
    const number = this.#pool.nextRun();
    const { processes, files = {}, legacy } = this.#plan;
    const directory = new SharedDirectory(join(this.#pool.directory, `run-${number}`), files, legacy);
    const actors = await this.#pool.take(processes.length);
    const run = new ControlledRun(
      processes.map(({ name }, position) => {
        const actor = actors[position];
        if (actor === undefined) {
          throw new Error('Expected a process from the pool for each of the plan.');
        }

        return new ControlledProcess(name, actor);
      }),
      directory,
      { isTraced, crashes: this.#plan.crashes ?? 0, areAlike: this.#plan.areAlike ?? false },
    );
    try {
      await run.begin(this.#plan, number, isFree);
      const played = run.played(await goOn(run));
      if (keepIn !== undefined) {
        directory.copyTo(keepIn);
      }

      return played;
    } finally {
      await this.#pool.giveBack(run.processes.filter(({ isOver }) => isOver).map(({ actor }) => actor));
      await this.#pool.abandon(run.processes.filter(({ isOver }) => !isOver));
      directory.remove();
    }
  }
}
