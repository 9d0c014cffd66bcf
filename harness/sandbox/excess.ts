import type { Ending } from './evidence.ts';
import type { Limits } from './limits.ts';
import type { Member, Members } from './members.ts';

/** Reasons of the sandbox's own to end a run. */
export type Excess = Extract<Ending, 'over budget' | 'over output' | 'over time'>;

/** More than this between two looks was not watched: the test runner was stopped, or got no core. It does not count as time used. */
const LONGEST_STEP_MS = 500;
/** So many times the limit may pass on a loaded machine, where most of the time is spent waiting for a core. */
const WALL_FACTOR = 4;

/** Finds out whether a run uses more than it may. */
export class ExcessMeter {
  readonly #limits: Limits;
  #spawned = 0;
  #judgedAt: number;
  /** Time that has passed, and the part of it in which nobody had to wait for a core. */
  #passedMs = 0;
  #usedMs = 0;
  /** Processor time of each member at the last look, and when the run last told something. */
  #cpuAtLook = new Map<string, number>();
  #cpuAtWord = new Map<string, number>();

  /** @param since when the run began, milliseconds on CLOCK_MONOTONIC */
  constructor(limits: Limits, since: number) {
    this.#limits = limits;
    this.#judgedAt = since;
  }

  /** The run has told something: its members may work as long again. */
  noteWord(members: readonly Member[]): void {
    this.#cpuAtWord = cpuOf(members);
  }

  /** A process of the run says that it has started a child. Many that live for a moment only are never seen otherwise. */
  noteSpawn(): void {
    this.#spawned += 1;
  }

  /** Whether so many processes at once are too many. */
  isCrowd(processes: number): boolean {
    return processes > this.#limits.processes;
  }

  /** Judges by what a look at the process table has shown. */
  judge({ alive, count }: Pick<Members, 'alive' | 'count'>, at: number): Excess | undefined {
    this.#addTime(alive, at);
    if (this.isCrowd(alive.length) || Math.max(count, this.#spawned) > this.#limits.births) {
      return 'over budget';
    }

    const { wallMs, spinMs } = this.#limits;
    const isSpinning = ({ identity, cpuMs }: Member) => cpuMs - (this.#cpuAtWord.get(identity) ?? 0) > spinMs;
    return this.#usedMs > wallMs || this.#passedMs > WALL_FACTOR * wallMs || alive.some(isSpinning)
      ? 'over time'
      : undefined;
  }

  #addTime(alive: readonly Member[], at: number): void {
    const stepMs = Math.min(at - this.#judgedAt, LONGEST_STEP_MS);
    this.#judgedAt = at;
    const delaysMs = alive.map(({ identity, state, cpuMs }) =>
      state === 'R' || state === 'D' ? stepMs - (cpuMs - (this.#cpuAtLook.get(identity) ?? 0)) : 0,
    );
    this.#cpuAtLook = cpuOf(alive);
    this.#passedMs += stepMs;
    this.#usedMs += stepMs - Math.max(0, ...delaysMs);
  }
}

function cpuOf(members: readonly Member[]): Map<string, number> {
  return new Map(members.map(({ identity, cpuMs }) => [identity, cpuMs]));
}
