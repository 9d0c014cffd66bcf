import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GATES_DIRECTORY, monotonicMs } from './journal-writer.ts';
import type { Observation } from './observation.ts';
import { ShortfallError } from './shortfall.ts';
import type { Waiting, WaitOptions } from './waiting.ts';

/** A latch that processes of a run wait at, and the test opens. */
export class Gate {
  readonly name: string;
  readonly #directory: string;
  readonly #observation: Observation;
  readonly #waiting: Waiting;

  constructor(name: string, directory: string, observation: Observation, waiting: Waiting) {
    this.name = name;
    this.#directory = directory;
    this.#observation = observation;
    this.#waiting = waiting;
  }

  /** Pids of the processes that stand at the gate now, in order of arrival. */
  get waiting(): number[] {
    const { members, gates } = this.#observation;
    const alive = new Set(members.alive.map(({ pid }) => pid));
    return this.arrivals.filter((pid) => alive.has(pid) && gates.gatesOf(pid).includes(this.name));
  }

  /** Pids of all that ever came, in order of arrival. */
  get arrivals(): number[] {
    return this.#observation.gates.arrivalsAt(this.name);
  }

  /**
   * Waits until so many processes stand at the gate at the same time.
   * @param count how many
   * @returns their pids, in order of arrival
   * @throws {ShortfallError} when nothing happens any more, or the run is over, before they have come
   */
  async reachedBy(count: number, options?: WaitOptions): Promise<number[]> {
    return this.#waiting.until(
      () => (this.waiting.length >= count ? this.waiting : undefined),
      {
        expected:
          count === 1 ? `a process at gate '${this.name}'` : `${count} processes at gate '${this.name}' at once`,
        saw: () => this.#describe(),
      },
      options,
    );
  }

  /**
   * Lets pass who waits and who comes later.
   * @throws {ShortfallError} when the run's processes have removed the sandbox's own directory, or closed it
   */
  open(): void {
    try {
      writeFileSync(join(this.#directory, GATES_DIRECTORY, encodeURIComponent(this.name)), '');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      throw new ShortfallError({
        expected: `gate '${this.name}' to open`,
        saw: `it could not (${code}): the program removed the sandbox’s own directory, or took the permissions away`,
      });
    }

    this.#observation.events.push({ type: 'gate-opened', name: this.name, at: monotonicMs() });
    this.#observation.disturb();
  }

  #describe(): string {
    const [first, ...others] = this.waiting;
    if (first === undefined) {
      return this.arrivals.length === 0 ? 'nobody came' : `${this.arrivals.length} came, and none of them is there now`;
    }

    const pids = others.length === 0 ? `pid ${first}` : `pids ${this.waiting.join(', ')}`;
    return `${this.waiting.length}: ${pids} waited there, and nobody else came`;
  }
}
