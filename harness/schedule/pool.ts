import { dir } from 'tmp-promise';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import { ActorProcess } from './actor-process.ts';
import type { ControlledProcess } from './controlled-process.ts';

/** Warm processes: to start one takes as long as dozens of runs. They are ended with their sandbox. */
export class Pool {
  /** Where the runs have their directories. */
  readonly directory: string;
  readonly #sandbox: Sandbox;
  #free: ActorProcess[] = [];
  #runs = 0;

  private constructor(sandbox: Sandbox, directory: string) {
    this.#sandbox = sandbox;
    this.directory = directory;
  }

  static async open(sandbox: Sandbox): Promise<Pool> {
    // It goes with the directory of the test run.
    const { path } = await dir({ tmpdir: testRunDirectory(), prefix: 'schedules', mode: 0o700 });
    return new Pool(sandbox, path);
  }

  /** The number of a run that begins: no two have the same, or the processes would play the later one with modules of the earlier. */
  nextRun(): number {
    this.#runs += 1;
    return this.#runs;
  }

  async take(count: number): Promise<ActorProcess[]> {
    // Taken before anything is waited for: somebody else may ask meanwhile.
    const free = this.#free.splice(0, count);
    const missing = Array.from({ length: count - free.length }, () => ActorProcess.start(this.#sandbox));
    return [...free, ...(await Promise.all(missing))];
  }

  /** Those that have come to the end of a run may play another one; those that are gone may not. */
  async giveBack(actors: readonly ActorProcess[]): Promise<void> {
    for (const actor of actors) {
      if (!actor.isGone) {
        this.#free.push(actor);
      }
    }
  }

  /** A run is over before these have come to its end. */
  async abandon(processes: readonly ControlledProcess[]): Promise<void> {
    await Promise.all(
      processes.map(async (process) => {
        if (process.next === undefined) {
          // It hears nothing where it is.
          await process.actor.kill();
          return;
        }

        process.actor.send({ type: 'abandon' });
        this.#free.push(process.actor);
      }),
    );
  }
}
