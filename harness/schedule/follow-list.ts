import type { Controller } from './controller.ts';
import type { Explored } from './explore.ts';
import { type Finding, judge, type Oracle } from './oracle.ts';
import { everyoneFinishes } from './oracles/everyone-finishes.ts';
import { ENDED, type Played, type ProcessEnd } from './played.ts';
import { follow } from './strategies/replay.ts';
import type { Schedule, Scheduler } from './strategy.ts';

/** The longest name that is said again, characters. */
const LONGEST_NAME = 30;

const NOTHING: Explored = { runs: 0, pruned: 0, crashes: 0, isComplete: false, wasOutside: false };

/**
 * Plays the one schedule that a list of names says, and leaves nothing to choose: a name for each step, until everybody has ended or
 * waits for what does not come any more. Who only looks again at what has not changed waits.
 * @param names of the processes, by position in the run
 */
export async function followList(
  controller: Controller,
  names: readonly string[],
  list: readonly string[],
  oracles: readonly Oracle[],
): Promise<Explored> {
  const played = await controller.play(untilAllWait(listed(names, list)), { isTraced: true });
  return shown(played, notFollowed(played, list) ?? wrongEnd(played) ?? judge(played, oracles)?.finding);
}

/** Plays a schedule by positions, if there is one, to show it: after its end the run goes on without preemptions. */
export async function followPositions(
  controller: Controller,
  schedule: Schedule | undefined,
  oracles: readonly Oracle[],
): Promise<Explored> {
  if (schedule === undefined) {
    return NOTHING;
  }

  const played = await controller.play(untilAllWait(follow(schedule)), { isTraced: true });
  return shown(played, judge(played, oracles)?.finding);
}

/** To wait for ever may be what the list is for; to fail, or to compute for ever, is not. */
function wrongEnd(played: Played): Finding | undefined {
  return played.end === 'blocked' ? undefined : everyoneFinishes(played);
}

function shown(played: Played, finding: Finding | undefined): Explored {
  const counterexample = { played, isFlaky: false, ...(finding && { finding }) };
  return { ...NOTHING, runs: 1, wasOutside: played.wasOutside, counterexample };
}

/** The same choices; when all who are left wait, the run is over. */
function untilAllWait(scheduler: Scheduler): Scheduler {
  return {
    choose: (situation) => (situation.onlyLooks ? { stop: 'blocked' } : scheduler.choose(situation)),
  };
}

function listed(names: readonly string[], list: readonly string[]): Scheduler {
  return {
    choose({ step, enabled }) {
      const process = names.indexOf(list[step] ?? '');
      return enabled.some((candidate) => candidate.process === process) ? { process } : { stop: 'not followed' };
    },
  };
}

/** How the list and the run part; undefined when the list is whole. */
function notFollowed({ end, steps, schedule, processes }: Played, list: readonly string[]): Finding | undefined {
  const name = list[steps.length];
  if (end === 'all over' || end === 'blocked') {
    return name === undefined ? undefined : goesOn(name, steps.length, processes);
  }

  if (end !== 'not followed') {
    return undefined;
  }

  const where = `step ${steps.length + 1}`;
  const expected = `a process that can make ${where}`;
  const position = processes.findIndex((process) => process.name === name);
  const process = processes[position];
  if (name === undefined) {
    return {
      diagnosis: 'list-stops-early',
      expected: 'a name for each step, until everybody has ended or waits',
      saw: `${list.length} ${list.length === 1 ? 'name' : 'names'}, and then ${together(processes, standing)}`,
    };
  }

  if (process === undefined) {
    return {
      diagnosis: 'names-nobody',
      expected: `${where} by ${processes.map((one) => one.name).join(' or ')}`,
      saw: `the name ${quote(name)}`,
    };
  }

  return hasEnded(process)
    ? {
        diagnosis: 'names-an-ended-process',
        expected,
        saw: `${name}, who ended with step ${schedule.lastIndexOf(position) + 1}`,
      }
    : {
        diagnosis: 'names-a-waiting-process',
        expected,
        saw: `${name}, who has looked in vain, and waits until a file changes`,
      };
}

function goesOn(name: string, made: number, processes: readonly ProcessEnd[]): Finding {
  const end = together(processes, (process) => (hasEnded(process) ? 'has ended' : 'waits for ever'));
  return {
    diagnosis: 'list-goes-on',
    expected: `the list to end with step ${made}: then ${end}`,
    saw: `step ${made + 1}, by ${quote(name)}`,
  };
}

/** Where one stands that may still have a step to make. */
function standing(process: ProcessEnd): string {
  const [{ name, detail = '' } = { name: 'nothing' }] = process.before ?? [];
  return hasEnded(process) ? 'has ended' : `stands before ${name} ${detail}`.trimEnd();
}

function together(processes: readonly ProcessEnd[], describe: (process: ProcessEnd) => string): string {
  return processes.map((process) => `${process.name} ${describe(process)}`).join(' and ');
}

function hasEnded({ state }: ProcessEnd): boolean {
  return ENDED.has(state);
}

function quote(name: string): string {
  return JSON.stringify(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}...` : name);
}
