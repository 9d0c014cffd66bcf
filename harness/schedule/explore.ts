import type { Controller } from './controller.ts';
import { joinSteps } from './join-steps.ts';
import type { Finding, Oracle } from './oracle.ts';
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
  /** Whether every schedule that the strategy knows was tried. */
  isComplete: boolean;
  /** Whether a process waited for something that is not under control: then the schedules are not all there are. */
  wasOutside: boolean;
  counterexample?: Counterexample;
}

export interface ExploreOptions {
  strategy: Strategy;
  /** The first that finds something decides. */
  oracles: readonly Oracle[];
  /** Runs after which it is enough. */
  mostRuns?: number;
}

const MOST_RUNS = 20_000;
/** A learner waits for it, and the first schedules tried are the likeliest. */
const SHORTENING_RUNS = 150;

/** Plays schedule after schedule until one of the oracles finds something, or none is left. */
export async function explore(controller: Controller, options: ExploreOptions): Promise<Explored> {
  const { strategy, oracles, mostRuns = MOST_RUNS } = options;
  const explored = { runs: 0, pruned: 0, isComplete: false, wasOutside: false };
  for (let scheduler = strategy.next(); scheduler !== undefined; scheduler = strategy.next()) {
    const played = await controller.play(scheduler);
    explored.wasOutside ||= played.wasOutside;
    if (played.end === 'nothing new') {
      explored.pruned += 1;
      continue;
    }

    explored.runs += 1;
    const finding = judge(played, oracles);
    if (finding !== undefined) {
      return { ...explored, counterexample: await shortest(controller, oracles, played, finding) };
    }

    if (played.wasOutside || explored.runs >= mostRuns) {
      return explored;
    }
  }

  return { ...explored, isComplete: true };
}

function judge(played: Played, oracles: readonly Oracle[]): Finding | undefined {
  for (const oracle of oracles) {
    const finding = oracle(played);
    if (finding !== undefined) {
      return finding;
    }
  }

  return undefined;
}

/** Plays one schedule, and shows it whether it goes well or not. */
export async function showSchedule(
  controller: Controller,
  schedule: Schedule | undefined,
  oracles: readonly Oracle[],
): Promise<Explored> {
  const explored = { runs: 0, pruned: 0, isComplete: false, wasOutside: false };
  if (schedule === undefined) {
    return explored;
  }

  const played = await controller.play(follow(schedule), { isTraced: true });
  const finding = judge(played, oracles);
  const counterexample = { played, isFlaky: false, ...(finding && { finding }) };
  return { ...explored, runs: 1, wasOutside: played.wasOutside, counterexample };
}

/** Makes a failing schedule as short as it gets, and plays it with everything that is to be shown. */
async function shortest(
  controller: Controller,
  oracles: readonly Oracle[],
  first: Played,
  found: Finding,
): Promise<Counterexample> {
  const fails = async (schedule: Schedule) => (await playAgain(schedule))?.finding.diagnosis === found.diagnosis;
  // A schedule that cannot be followed does not fail as the first one did.
  async function playAgain(schedule: Schedule, isTraced = false) {
    const played = await controller.play(follow(schedule), { isTraced }).catch(ignoreImpossible);
    const finding = played && judge(played, oracles);
    return played && finding && { played, finding };
  }

  const short = await shorten(first.schedule, fails, SHORTENING_RUNS);
  const shown = await playAgain(short, true);
  if (shown === undefined) {
    return { finding: found, played: first, isFlaky: true };
  }

  const operations = shown.played.steps.map(({ operation }) => operation);
  const joined = await playAgain(joinSteps(shown.played.schedule, operations), true);
  const best = joined?.finding.diagnosis === found.diagnosis ? joined : shown;
  return { ...best, isFlaky: false };
}

function ignoreImpossible(error: unknown): undefined {
  if (!(error instanceof ScheduleError)) {
    throw error;
  }

  return undefined;
}
