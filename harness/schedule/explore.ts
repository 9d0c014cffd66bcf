import type { Controller } from './controller.ts';
import type { Finding, Oracle } from './oracle.ts';
import type { Played } from './played.ts';
import { follow } from './strategies/replay.ts';
import type { Schedule, Strategy } from './strategy.ts';

/** A schedule that breaks the answer, played once more with everything that is to be shown. */
export interface Counterexample {
  finding: Finding;
  schedule: Schedule;
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
      return { ...explored, counterexample: await repeat(controller, oracles, played, finding) };
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

async function repeat(
  controller: Controller,
  oracles: readonly Oracle[],
  first: Played,
  found: Finding,
): Promise<Counterexample> {
  const { schedule } = first;
  // A schedule that cannot be followed a second time is flaky too.
  const played = await controller.play(follow(schedule), { isTraced: true }).catch(() => undefined);
  const finding = played && judge(played, oracles);
  return played !== undefined && finding?.diagnosis === found.diagnosis
    ? { finding, schedule, played, isFlaky: false }
    : { finding: found, schedule, played: first, isFlaky: true };
}
