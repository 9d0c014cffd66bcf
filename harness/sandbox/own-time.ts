import type { Member } from './members.ts';

interface Own {
  cpuMsAtFirst: number;
  sleptMs: number;
}

/**
 * Measures how long processes have been about their own business: asleep, or computing. Time that they spend waiting for a core
 * or a disk is the machine's and does not count, so the measure means the same on an idle machine and on a loaded one.
 */
export class OwnTime {
  readonly #own = new Map<string, Own>();
  #seenAt: number | undefined;

  /** Takes a look at the members and returns the longest time that one of them has had since it was first seen here, milliseconds. */
  look(members: readonly Member[], at: number): number {
    const stepMs = at - (this.#seenAt ?? at);
    this.#seenAt = at;
    return members.reduce((longestMs, member) => Math.max(longestMs, this.#add(member, stepMs)), 0);
  }

  #add({ identity, state, cpuMs }: Member, stepMs: number): number {
    const own = this.#own.get(identity);
    if (own === undefined) {
      this.#own.set(identity, { cpuMsAtFirst: cpuMs, sleptMs: 0 });
      return 0;
    }

    own.sleptMs += state === 'R' || state === 'D' ? 0 : stepMs;
    return own.sleptMs + cpuMs - own.cpuMsAtFirst;
  }
}
