import { type Pair, toScheduler } from './arbitrary.ts';
import type { Plan } from './controller.ts';
import type { Dead } from './dead-holder.ts';
import type { Oracle } from './oracle.ts';
import type { SharedFiles } from './shared-files.ts';
import { exhaustive } from './strategies/exhaustive.ts';
import { inStep } from './strategies/in-step.ts';
import { pct } from './strategies/pct.ts';
import { random } from './strategies/random.ts';
import { standStill } from './strategies/stand-still.ts';
import type { Strategy } from './strategy.ts';

/** Which schedules are tried. */
export type Choice =
  /** Every one, but for those that differ in the order of independent steps only. */
  | 'all'
  /** Those in which all go on side by side and sleep as long as they want to: nobody is slow, and nobody is kept waiting. */
  | 'in step'
  /** One: the first process stands still after so many steps, and the others go on meanwhile, in step. */
  | { standsStillAfter: number }
  | { preemptions: number }
  /** So many at random. */
  | { random: number; seed?: number }
  /** So many by random priorities, to find bugs of that depth (Burckhardt et al. 2010). */
  | { pct: number; depth: number; steps: number; seed?: number }
  /** One: that of a list which fast-check made (`schedulePairs`). fast-check shrinks it, together with all else that it made. */
  | { pairs: readonly Pair[] };

/** What is to be explored. */
export interface ExploreRequest {
  /** How many processes play the scenario, or their names, or their names and what each is given as arguments. */
  processes: number | readonly (string | { name: string; args: readonly unknown[] })[];
  /** Given to every process after its name. */
  args?: readonly unknown[];
  /** What they share in the beginning, by path. */
  files?: SharedFiles;
  schedules: Choice;
  /** What must hold in every schedule, besides that everyone finishes. */
  oracles?: readonly Oracle[];
  mostRuns?: number;
  /** Milliseconds after which it is given up, however many were tried (two minutes). */
  mostMs?: number;
  /** How many runs an answer gets that waits for what is not under control; none where hours pass in the scenario. */
  freeRuns?: number;
  /** How many processes may be killed in a run, at any step (0). */
  crashes?: number;
  /**
   * The processes differ in nothing but their names, and it makes no difference who is who: of schedules that differ in that alone one is
   * enough (Ip and Dill 1996, Better Verification Through Symmetry). An answer that asks whose name or pid is lower may behave in
   * ways that are not tried then. Of use with a bound of preemptions.
   */
  areAlike?: boolean;
  /** Somebody who plays alone before every run and is killed; what it leaves is there in the beginning. */
  dead?: Dead;
}

/** What is to be played in one given order. */
export type FollowRequest = Pick<ExploreRequest, 'processes' | 'args' | 'files' | 'oracles' | 'crashes' | 'dead'>;

/** So many have 120 ways of saying who is who, which are compared at every step. */
const MOST_ALIKE = 5;

/**
 * What is to be played; `module` is the URL of the scenario.
 * @throws {Error} when processes are said to be alike and are too many for that, or are given something else each
 */
export function planFor(
  module: string,
  { processes, args = [], files = {}, crashes = 0, areAlike = false }: FollowRequest & Pick<ExploreRequest, 'areAlike'>,
): Plan {
  const list =
    typeof processes === 'number'
      ? Array.from({ length: processes }, (_, position) => `process ${position + 1}`)
      : processes;
  const given = list.map((one) => JSON.stringify(typeof one === 'string' ? [] : one.args));
  if (areAlike && new Set(given).size > 1) {
    throw new Error(`Processes that are alike are given the same, not ${given.join(' and ')}.`);
  }

  if (areAlike && list.length > MOST_ALIKE) {
    throw new Error(`At most ${MOST_ALIKE} processes may be alike, not ${list.length}.`);
  }

  return {
    files,
    crashes,
    areAlike,
    processes: list.map((one) => {
      const { name, args: own } = typeof one === 'string' ? { name: one, args: [] } : one;
      return { name, program: { module, args: [...own, ...args] } };
    }),
  };
}

/** One after the other. */
export function strategiesFor(choice: Choice): Strategy[] {
  if (choice === 'all') {
    // Most bugs need one preemption: those schedules are few, and show them in the shortest way.
    return [exhaustive({ preemptions: 1 }), exhaustive()];
  }

  if (choice === 'in step') {
    return [inStep()];
  }

  if ('standsStillAfter' in choice) {
    return [standStill(choice.standsStillAfter)];
  }

  if ('preemptions' in choice) {
    return [exhaustive({ preemptions: choice.preemptions })];
  }

  if ('pairs' in choice) {
    const schedulers = [toScheduler(choice.pairs)];
    return [{ next: () => schedulers.pop() }];
  }

  const { seed = Date.now() % 1_000_000 } = choice;
  return [
    'random' in choice
      ? random({ seed, runs: choice.random })
      : pct({ seed, runs: choice.pct, depth: choice.depth, steps: choice.steps }),
  ];
}

/** In words, e.g. `all schedules of 2 processes`. */
export function describeRequest(
  { schedules: choice, crashes = 0, dead, areAlike }: ExploreRequest,
  processes: number,
): string {
  const killed = [
    ...(areAlike ? ['whoever is who'] : []),
    ...(dead === undefined ? [] : [`after ${dead.name} was killed`]),
    ...(crashes === 0 ? [] : [`${crashes} of them killed at any step`]),
  ];
  const of = `of ${plural(processes, 'process', 'processes')}${killed.map((one) => `, ${one}`).join('')}${killed.length > 0 ? ',' : ''}`;
  if (choice === 'all') {
    return `all schedules ${of}`;
  }

  if (choice === 'in step') {
    return `schedules ${of} that go on in step`;
  }

  if ('standsStillAfter' in choice) {
    return `schedules ${of}, of which the first stands still after ${plural(choice.standsStillAfter, 'step', 'steps')}`;
  }

  if ('preemptions' in choice) {
    return `schedules ${of} with up to ${plural(choice.preemptions, 'preemption', 'preemptions')}`;
  }

  if ('pairs' in choice) {
    return `schedules ${of} drawn by fast-check`;
  }

  return 'random' in choice ? `random schedules ${of}` : `schedules ${of} by random priorities`;
}

function plural(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
