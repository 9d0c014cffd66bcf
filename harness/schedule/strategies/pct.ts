import { fractions } from '../random-numbers.ts';
import { type Chance, type Seeded, seeded } from '../seeded.ts';
import type { Scheduler, Situation } from '../strategy.ts';

/** How deep a bug may hide. */
export interface Depth extends Chance {
  /** How many orders of two steps each must come out right for a bug to show: 1 for a wrong order, 2 for most lost updates. */
  depth: number;
  /** At least the number of steps of a run; the bound holds for no longer ones. */
  steps: number;
}

/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte 2010, A Randomized Scheduler with Probabilistic
 * Guarantees of Finding Bugs): random priorities, and the process of the highest goes on; after each of `depth - 1` random steps
 * the process that made it falls below all that did not fall.
 *
 * A run of n processes and at most k = `steps` steps shows a bug of depth d with a probability of at least 1 / (n k^(d - 1)).
 *
 * Beyond the paper: a process that gives way though it could go on, as one that sleeps, falls below all others, or it could keep them
 * from ever going on. One that is blocked keeps its priority, as in the paper: the bound needs it to go on at once when it can.
 * Where processes may be killed, one of them is, whichever, at a random step.
 */
export function pct({ depth, steps, ...chance }: Depth): Seeded {
  return seeded(chance, (seed) => new Priorities(fractions(seed), depth, steps));
}

class Priorities implements Scheduler {
  readonly #fraction: () => number;
  /** For each of the steps after which a process falls, the priority to which it falls. */
  readonly #falls = new Map<number, number>();
  /** At first above `depth`, where no fall ends. Distinct, but for a chance of 2^-53. */
  readonly #priorities = new Map<number, number>();
  readonly #depth: number;
  readonly #steps: number;
  #lowest = 0;
  #crashAt: number | undefined;

  constructor(fraction: () => number, depth: number, steps: number) {
    this.#fraction = fraction;
    this.#depth = depth;
    this.#steps = steps;
    // A later fall may end higher than an earlier one: in a bug of depth 3 and more either order may be needed.
    for (let priority = 1; priority < depth; priority += 1) {
      this.#falls.set(1 + Math.floor(fraction() * steps), priority);
    }
  }

  choose({ step, last, hasYielded, enabled }: Situation): { process: number } {
    if (last !== undefined) {
      this.#fall(last, this.#falls.get(step));
      if (hasYielded && enabled.some(({ process }) => process === last)) {
        this.#lowest -= 1;
        this.#fall(last, this.#lowest);
      }
    }

    const victims = enabled.filter(({ operation }) => operation.isCrash === true);
    if (victims.length > 0) {
      this.#crashAt ??= Math.floor(this.#fraction() * this.#steps);
      if (step >= this.#crashAt) {
        return { process: victims[Math.floor(this.#fraction() * victims.length)]?.process ?? 0 };
      }
    }

    const byPriority = enabled
      .filter(({ operation }) => operation.isCrash !== true)
      .map(({ process }) => ({ process, priority: this.#priorityOf(process) }))
      .sort((one, other) => other.priority - one.priority);
    return { process: byPriority[0]?.process ?? 0 };
  }

  #fall(process: number, priority: number | undefined): void {
    if (priority !== undefined) {
      this.#priorities.set(process, priority);
    }
  }

  /** Drawn when a process can first go on: how many there are need not be known before. */
  #priorityOf(process: number): number {
    const priority = this.#priorities.get(process) ?? this.#depth + this.#fraction();
    this.#priorities.set(process, priority);
    return priority;
  }
}
