import type { Member } from './members.ts';

/** A process that looks at a gate or polls with a pause uses less than this share of one core; one that works uses more. */
const RESTING_SHARE = 0.05;
/** Resolution of processor time in the process table, with some room. */
const SLACK_MS = 30;
/** One that waits for a core (R) or a disk (D) in more looks than this is not at rest, however little it got done. */
const BUSY_LOOKS = 0.35;

interface Since {
  at: number;
  cpuMs: Map<string, number>;
  looks: number;
  busyLooks: Map<string, number>;
}

/**
 * Measures for how long nothing has happened in a run: nobody born or gone, nothing told, and nobody at work. Time spent
 * waiting for a core does not count as rest, so a loaded machine is never mistaken for a run that hangs.
 */
export class RestMeter {
  #since: Since | undefined;

  /** Something happened. */
  disturb(): void {
    this.#since = undefined;
  }

  /** Takes a look at the members and returns the milliseconds of rest so far. */
  look(members: readonly Member[], at: number): number {
    this.#since ??= {
      at,
      cpuMs: new Map(members.map(({ identity, cpuMs }) => [identity, cpuMs])),
      looks: 0,
      busyLooks: new Map(),
    };
    const since = this.#since;
    since.looks += 1;
    for (const { identity, state } of members) {
      if (state === 'R' || state === 'D') {
        since.busyLooks.set(identity, (since.busyLooks.get(identity) ?? 0) + 1);
      }
    }

    const elapsedMs = at - since.at;
    if (members.some((member) => isAtWork(member, since, elapsedMs))) {
      this.disturb();
      return 0;
    }

    return elapsedMs;
  }
}

function isAtWork({ identity, cpuMs }: Member, since: Since, elapsedMs: number): boolean {
  const usedMs = cpuMs - (since.cpuMs.get(identity) ?? 0);
  const busyLooks = since.busyLooks.get(identity) ?? 0;
  return usedMs > SLACK_MS + elapsedMs * RESTING_SHARE || (busyLooks > 3 && busyLooks > since.looks * BUSY_LOOKS);
}
