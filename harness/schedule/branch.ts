import { areDependent, type Operation } from './operation.ts';
import { isPreemption, type Situation } from './strategy.ts';

/** A point where a run can go on in several ways. */
export interface Point {
  /** How it is reached; undefined at the beginning of a run. */
  from?: Branch;
  /** As the latest run met it: names of temporary files may be others each time. */
  situation: Situation;
  /** On the way here. */
  preemptions: number;
  /** The processes that are tried here, in this order. A branch never changes places with its neighbours. */
  processes: readonly number[];
  /** Processes whose next operation would lead to nothing new: an earlier branch of a point on the way here began with it. */
  sleeping: readonly number[];
}

/** A way on from a point. */
export interface Branch {
  point: Point;
  process: number;
  /** What tells the state to which it leads from others, where that can be said without going there. */
  leadsTo?: string;
}

/** The branches taken from the beginning of a run up to this one, this one too. */
export function pathTo(branch: Branch): Branch[] {
  const path: Branch[] = [];
  for (let one: Branch | undefined = branch; one !== undefined; one = one.point.from) {
    path.push(one);
  }

  return path.reverse();
}

/** How many preemptions a run has that takes this branch, up to there. */
export function preemptionsOf({ point, process }: Branch): number {
  return point.preemptions + (isPreemption(point.situation, process) ? 1 : 0);
}

/** Processes that sleep after a branch: those that slept before it or were tried before it, unless its step and theirs are dependent. */
export function sleepingAfter({ point, process }: Branch): number[] {
  const triedBefore = point.processes.slice(0, point.processes.indexOf(process));
  const step = operationOf(point.situation, process);
  return [...point.sleeping, ...triedBefore].filter((other) => {
    // One that cannot go on at present is woken: that costs a run, never a state.
    const operation = operationOf(point.situation, other);
    return step !== undefined && operation !== undefined && !areDependent(step, operation);
  });
}

function operationOf({ enabled }: Situation, process: number): Operation | undefined {
  return enabled.find((candidate) => candidate.process === process)?.operation;
}
