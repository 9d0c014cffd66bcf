import type { Scheduler, Strategy } from './strategy.ts';

/** How often a strategy of chance is tried, and where its chance comes from. */
export interface Chance {
  /** An integer: the seed of the first run. The others have the seeds that follow it. */
  seed: number;
  runs: number;
}

/** A strategy of chance. */
export interface Seeded extends Strategy {
  /** Seed of the present run: the same strategy with this seed and `runs: 1` plays that run alone. */
  readonly seed: number;
}

/** As many runs as wanted, each begun with a seed of its own. */
export function seeded({ seed, runs }: Chance, begin: (seed: number) => Scheduler): Seeded {
  let begun = 0;
  return {
    get seed() {
      return seed + Math.max(0, begun - 1);
    },
    next() {
      if (begun === runs) {
        return undefined;
      }

      begun += 1;
      return begin(seed + begun - 1);
    },
  };
}
