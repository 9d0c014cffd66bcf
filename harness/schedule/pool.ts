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
  readonly #starting = new Set<Promise<ActorProcess>>();
  /** Kept ready beside those that play, where processes are killed. */
  #spares = 0;
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

  /** From now on so many are started before they are wanted. */
  keepReady(spares: number): void {
    this.#spares = Math.max(this.#spares, spares);
  }

  async take(count: number): Promise<ActorProcess[]> {
    // Taken before anything is waited for: somebody else may ask meanwhile.
    const taken: (ActorProcess | Promise<ActorProcess>)[] = this.#free.splice(0, count);
    const starting = [...this.#starting].slice(0, count - taken.length);
    for (const one of starting) {
      this.#starting.delete(one);
      taken.push(one);
    }

    while (taken.length < count) {
      taken.push(ActorProcess.start(this.#sandbox));
    }

    while (this.#free.length + this.#starting.size < this.#spares) {
      this.#startOne();
    }

    return Promise.all(taken);
  }

  #startOne(): void {
    const starting = ActorProcess.start(this.#sandbox);
    this.#starting.add(starting);
    starting
      .then((actor) => {
        // Not when it was taken meanwhile.
        if (this.#starting.delete(starting)) {
          this.#free.push(actor);
        }
      })
      // The test is over, or whoever takes it is told.
      .catch(() => {});
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
        if (!process.canGiveUp) {
          await process.actor.kill();
          return;
        }

        process.actor.send({ type: 'abandon' });
        this.#free.push(process.actor);
      }),
    );
  }
}
