import type { Member } from './members.ts';
import { hasBusyThread } from './threads.ts';

/** A process that looks at a gate or polls with a pause uses less than this share of one core; one that works uses more. */
const RESTING_SHARE = 0.05;
/** Resolution of processor time in the process table, with some room. */
const SLACK_MS = 30;
/** More than this between two looks was not watched: the test runner itself was stopped, or got no core. */
const LONGEST_STEP_MS = 500;
/** After so much rest it pays to look at every thread. */
const SUSPICIOUS_MS = 100;

interface Since {
  at: number;
  seenAt: number;
  watchedMs: number;
  cpuMs: Map<string, number>;
  /** For how long each one was seen to wait for a core or a disk. */
  delayedMs: Map<string, number>;
}

/**
 * Measures for how long nothing has happened in a run: nobody born or gone, nothing told, and nobody at work. Time that a
 * process spends waiting for a core (R) or a disk (D) does not count as rest, and neither does time in which nobody looked: so a
 * loaded machine is never mistaken for a run that hangs.
 */
export class RestMeter {
  readonly #hasBusyThread: (pid: number) => boolean;
  #since: Since | undefined;

  constructor(threads: (pid: number) => boolean = hasBusyThread) {
    this.#hasBusyThread = threads;
  }

  /** Something happened. */
  disturb(): void {
    this.#since = undefined;
  }

  /** Takes a look at the members and returns the milliseconds of rest so far. */
  look(members: readonly Member[], at: number): number {
    this.#since ??= {
      at,
      seenAt: at,
      watchedMs: 0,
      cpuMs: new Map(members.map(({ identity, cpuMs }) => [identity, cpuMs])),
      delayedMs: new Map(),
    };
    const since = this.#since;
    const stepMs = Math.min(at - since.seenAt, LONGEST_STEP_MS);
    since.seenAt = at;
    since.watchedMs += stepMs;
    for (const { identity, pid, state } of members) {
      if (state === 'R' || state === 'D' || (since.watchedMs > SUSPICIOUS_MS && this.#hasBusyThread(pid))) {
        since.delayedMs.set(identity, (since.delayedMs.get(identity) ?? 0) + stepMs);
      }
    }

    if (members.some((member) => isAtWork(member, since))) {
      this.disturb();
      return 0;
    }

    // The one that was delayed most had the least time to show that it goes on.
    const delays = members.map(({ identity }) => since.delayedMs.get(identity) ?? 0);
    return since.watchedMs - Math.max(0, ...delays);
  }
}

function isAtWork({ identity, cpuMs }: Member, since: Since): boolean {
  const usedMs = cpuMs - (since.cpuMs.get(identity) ?? 0);
  return usedMs > SLACK_MS + (since.seenAt - since.at) * RESTING_SHARE;
}
