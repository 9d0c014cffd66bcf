import type { Controller } from './controller.ts';
import { joinSteps } from './join-steps.ts';
import { type Finding, judge, type Oracle } from './oracle.ts';
import type { Played } from './played.ts';
import { shorten } from './shorten.ts';
import { follow, ScheduleError } from './strategies/replay.ts';
import type { Schedule, Strategy } from './strategy.ts';

/** A schedule that breaks the answer, played once more with everything that is to be shown. */
export interface Counterexample {
  /** Absent when the schedule was asked for, and goes well. */
  finding?: Finding;
  played: Played;
  /** Whether it went another way when it was repeated: then the schedule alone does not decide. */
  isFlaky: boolean;
}

/** What an exploration has shown. */
export interface Explored {
  /** Runs to their end. */
  runs: number;
  /** Runs given up because they would have shown nothing new. */
  pruned: number;
  /** Of all these, those in which somebody was killed. */
  crashes: number;
  /** Whether every schedule that the strategy knows was tried. */
  isComplete: boolean;
  /** Whether a process waited for something that is not under control: then the schedules are not all there are. */
  wasOutside: boolean;
  counterexample?: Counterexample;
}

export interface ExploreOptions {
  /** One after the other; what is told of the runs is that of the last one begun. */
  strategies: readonly Strategy[];
  /** The first ones tell the most: when a later one finds something, the exploration goes on a little in search of better. */
  oracles: readonly Oracle[];
  /** Runs of one strategy after which it is enough, those that were given up on the way too. */
  mostRuns?: number;
  /** Milliseconds after which one strategy is given up (two minutes). */
  mostMs?: number;
  /** Runs in search of a shorter schedule that goes wrong too. */
  shorteningRuns?: number;
  /** Runs without control, when that is what it takes. */
  freeRuns?: number;
}

const MOST_RUNS = 20_000;
/**
 * Milliseconds after which an exploration is given up, whatever it has found: only a machine that is very busy with other things gets
 * there, and a test has an end of its own. How many schedules were tried stands beside the test.
 */
const MOST_MS = 120_000;
/** Runs in search of a finding that tells more. */
const MORE_RUNS = 150;
/** A learner waits for it, and the first schedules tried are the likeliest. */
const SHORTENING_RUNS = 150;

/** A run in which something was found, and by which oracle. */
interface Found {
  played: Played;
  finding: Finding;
  rank: number;
  /** Whether its scheduler wakes those who look in vain. */
  wakesAll: boolean;
}

/** Plays schedule after schedule until one of the oracles finds something, or none is left. */
export async function explore(controller: Controller, options: ExploreOptions): Promise<Explored> {
  let explored: Explored = { runs: 0, pruned: 0, crashes: 0, isComplete: false, wasOutside: false };
  for (const strategy of options.strategies) {
    const { found, ...result } = await exploreWith(controller, strategy, options);
    explored = result;
    if (explored.wasOutside) {
      return exploreFreely(controller, options.oracles, options.freeRuns);
    }

    if (found !== undefined) {
      return { ...explored, counterexample: await shortest(controller, options, found) };
    }
  }

  return explored;
}

async function exploreWith(
  controller: Controller,
  strategy: Strategy,
  { oracles, mostRuns = MOST_RUNS, mostMs = MOST_MS }: ExploreOptions,
): Promise<Explored & { found?: Found }> {
  const explored = { runs: 0, pruned: 0, crashes: 0, isComplete: false, wasOutside: false };
  let found: Found | undefined;
  let end = mostRuns;
  const deadline = performance.now() + mostMs;
  while (explored.runs + explored.pruned < end && found?.rank !== 0 && performance.now() < deadline) {
    const scheduler = strategy.next();
    if (scheduler === undefined) {
      return { ...explored, isComplete: true, ...(found && { found }) };
    }

    const played = await controller.play(scheduler);
    if (played.wasOutside) {
      // What it waits for is not in the controller's hands: no order that is chosen says anything.
      return { ...explored, wasOutside: true };
    }

    // One that was given up has shown what it did up to there.
    explored[played.end === 'nothing new' ? 'pruned' : 'runs'] += 1;
    explored.crashes += played.processes.some(({ state }) => state === 'killed') ? 1 : 0;
    const seen = judge(played, oracles);
    if (seen !== undefined && (found === undefined || seen.rank < found.rank)) {
      end = found === undefined ? Math.min(end, explored.runs + explored.pruned + MORE_RUNS) : end;
      found = { ...seen, played, wakesAll: scheduler.wakesAll === true };
    }
  }

  return { ...explored, ...(found && { found }) };
}

/** So many runs without control find what shows often; what shows seldom they may miss. */
const FREE_RUNS = 30;

async function exploreFreely(
  controller: Controller,
  oracles: readonly Oracle[],
  freeRuns = FREE_RUNS,
): Promise<Explored> {
  for (let runs = 1; runs <= freeRuns; runs += 1) {
    const played = await controller.playFreely();
    const finding = judge(played, oracles)?.finding;
    if (finding !== undefined) {
      const counterexample = { played, finding, isFlaky: false };
      return { runs, pruned: 0, crashes: 0, isComplete: false, wasOutside: true, counterexample };
    }
  }

  return { runs: freeRuns, pruned: 0, crashes: 0, isComplete: false, wasOutside: true };
}

/** Plays one schedule, and shows it whether it goes well or not. */
export async function showSchedule(
  controller: Controller,
  schedule: Schedule | undefined,
  oracles: readonly Oracle[],
): Promise<Explored> {
  const explored = { runs: 0, pruned: 0, crashes: 0, isComplete: false, wasOutside: false };
  if (schedule === undefined) {
    return explored;
  }

  const played = await controller.play(follow(schedule, true), { isTraced: true });
  const finding = judge(played, oracles)?.finding;
  const counterexample = { played, isFlaky: false, ...(finding && { finding }) };
  return { ...explored, runs: 1, wasOutside: played.wasOutside, counterexample };
}

/** Makes a failing schedule as short as it gets, and plays it with everything that is to be shown. */
async function shortest(
  controller: Controller,
  { oracles, shorteningRuns = SHORTENING_RUNS }: ExploreOptions,
  first: Found,
): Promise<Counterexample> {
  const { diagnosis } = first.finding;
  async function playAgain(schedule: Schedule, isTraced = false): Promise<Counterexample | undefined> {
    const played = await controller.play(follow(schedule, first.wakesAll), { isTraced }).catch(ignoreImpossible);
    const finding = played && judge(played, oracles)?.finding;
    return played && finding?.diagnosis === diagnosis ? { played, finding, isFlaky: false } : undefined;
  }

  const fails = async (schedule: Schedule) => (await playAgain(schedule)) !== undefined;
  const shown = await playAgain(await shorten(first.played.schedule, fails, shorteningRuns), true);
  if (shown === undefined) {
    return { finding: first.finding, played: first.played, isFlaky: true };
  }

  if (shown.played.end === 'too many steps') {
    // It goes on without end as it went on before; and so many steps have more orders than can be looked at.
    return shown;
  }

  const operations = shown.played.steps.map(({ operation }) => operation);
  return (await playAgain(joinSteps(shown.played.schedule, operations), true)) ?? shown;
}

// A schedule that cannot be followed does not fail as the first one did.
function ignoreImpossible(error: unknown): undefined {
  if (!(error instanceof ScheduleError)) {
    throw error;
  }

  return undefined;
}
