import fc from 'fast-check';
import { type Scheduler, withoutPreemption } from './strategy.ts';

/** A stretch of a run: `target`, modulo their number, picks one of the processes that can go on; it makes `length` steps while it can. */
export type Pair = readonly [length: number, target: number];

/** The size of what is made. */
export interface Size {
  /** Number of processes. */
  processes: number;
  /** Steps of one process without a switch; more are made by a pair with the same target. Default: 8. */
  longest?: number;
  /** Default: 12. */
  mostPairs?: number;
}

/**
 * Schedules as lists of pairs. They shrink to few switches: to fewer pairs, to stretches that go on longer, and to targets of a lower
 * number; whatever is not said runs without preemptions. A list with the process of every step needs more than twice as many runs to
 * shrink, and ends longer.
 */
export function schedulePairs({ processes, longest = 8, mostPairs = 12 }: Size): fc.Arbitrary<Pair[]> {
  const length = fc.nat({ max: longest - 1 }).map((cut) => longest - cut);
  const target = fc.nat({ max: Math.max(0, processes - 1) });
  // By default small numbers come more often: stretches would hardly ever be cut.
  return fc.noBias(fc.array(fc.tuple(length, target), { maxLength: mostPairs }));
}

/** One run of such a list; after its end the run goes on without preemptions. Any list is possible in any situation. */
export function toScheduler(pairs: readonly Pair[]): Scheduler {
  let next = 0;
  let present: { process: number; left: number } | undefined;
  return {
    choose(situation) {
      const { enabled } = situation;
      if (present === undefined || present.left === 0 || !enabled.some(({ process }) => process === present?.process)) {
        const pair = pairs[next];
        next += 1;
        present = pair && { process: enabled[pair[1] % enabled.length]?.process ?? 0, left: pair[0] };
      }

      if (present === undefined) {
        return { process: withoutPreemption(situation) };
      }

      present.left -= 1;
      return { process: present.process };
    },
  };
}
