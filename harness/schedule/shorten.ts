import type { Schedule } from './strategy.ts';
import { fromStretches, type Stretch, switchesOf, toStretches } from './stretches.ts';

/**
 * Whether the run of a schedule fails; after its end the run goes on without preemptions. False when one of its steps cannot be made.
 */
export type Fails = (schedule: Schedule) => Promise<boolean>;

/** Enough to try every place for one switch of three processes with twenty steps, and many for two. */
const MOST_RUNS = 400;

/**
 * A failing schedule with few switches: the beginning of one, no longer than must be said, as whatever is not said runs without
 * preemptions. It always tries the same schedules in the same order, at most `mostRuns` of them, and none twice.
 *
 * First it takes stretches away while the rest fails. Then it tries all schedules with no switch, with one, two and so on, up to the
 * number that is left. Unless `mostRuns` ends that, the result has the fewest switches of all schedules in which no process makes
 * more steps than in the given one.
 * @param schedule a failing one, of a whole run
 */
export async function shorten(schedule: Schedule, fails: Fails, mostRuns = MOST_RUNS): Promise<Schedule> {
  const tried = new Set<string>();
  async function firstFailing(candidates: Iterable<Schedule>): Promise<Schedule | undefined> {
    for (const candidate of candidates) {
      const name = candidate.join();
      if (tried.has(name)) {
        continue;
      }

      if (tried.size === mostRuns) {
        return undefined;
      }

      tried.add(name);
      if (await fails(candidate)) {
        return candidate;
      }
    }

    return undefined;
  }

  if (mostRuns === 0) {
    return schedule;
  }

  let shortest = schedule;
  for (let shorter: Schedule | undefined = schedule; shorter !== undefined; ) {
    shortest = shorter;
    shorter = await firstFailing(withLess(shortest));
  }

  // To find the first schedule of many switches may take longer than to play it.
  for (let switches = 0; switches < switchesOf(shortest) && tried.size < mostRuns; switches += 1) {
    const shorter = await firstFailing(withSwitches(switches, schedule));
    if (shorter !== undefined) {
      return shorter;
    }
  }

  return shortest;
}

/** Schedules with fewer switches, or with as many and fewer steps, made from this one: those with the fewest first. */
function withLess(schedule: Schedule): Schedule[] {
  const stretches = toStretches(schedule);
  const beginnings = stretches.map((_, index) => firstStepOfLast(stretches.slice(0, index + 1)));
  const without = stretches.map((_, index) => stretches.filter((_stretch, position) => position !== index));
  const joined = stretches.flatMap(({ process, length }, index) => {
    const rest = stretches.map((stretch, position) => (position === index ? { ...stretch, length: 0 } : stretch));
    const before = stretches.findLastIndex((other, position) => position < index && other.process === process);
    const after = stretches.findIndex((other, position) => position > index && other.process === process);
    return [before, after].flatMap((place) => {
      const other = stretches[place];
      return other === undefined ? [] : [rest.with(place, { process, length: other.length + length })];
    });
  });

  return [...beginnings, ...without, ...joined]
    .map(fromStretches)
    .filter((shorter) => compare(shorter, schedule) < 0)
    .sort(compare);
}

function compare(one: Schedule, other: Schedule): number {
  return switchesOf(one) - switchesOf(other) || one.length - other.length;
}

/** The last process goes on by itself: one step says that it is its turn. */
function firstStepOfLast(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map(({ process, length }, index) => ({
    process,
    length: index === stretches.length - 1 ? 1 : length,
  }));
}

/** All schedules with that many switches which have no more steps of a process than the given one. */
function* withSwitches(switches: number, most: Schedule, beginning: readonly number[] = []): Generator<Schedule> {
  for (const process of new Set(most.toSorted((one, other) => one - other))) {
    const left = count(most, process) - count(beginning, process);
    if (process === beginning.at(-1) || left === 0) {
      continue;
    }

    if (switches === 0) {
      yield [...beginning, process];
      continue;
    }

    for (let length = 1; length <= left; length += 1) {
      yield* withSwitches(switches - 1, most, [...beginning, ...Array.from({ length }, () => process)]);
    }
  }
}

function count(schedule: Schedule, process: number): number {
  return schedule.filter((one) => one === process).length;
}
