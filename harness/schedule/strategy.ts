import type { Operation } from './operation.ts';

/** Where a run stands when the next step is to be chosen. */
export interface Situation {
  /** Steps made so far. */
  step: number;
  /**
   * Processes that can make a step, and the operation that each would do: by position in the run, ascending. Never empty. Where
   * processes may be killed, the end of process p is a step of its own: that of process p + n, of n processes.
   */
  enabled: readonly { process: number; operation: Operation }[];
  /** The process that made the last step; undefined at the beginning. */
  last?: number;
  /**
   * Whether the process that made the last step gives way by itself: it has ended, is blocked, or sleeps. To go on with another
   * one is no preemption then.
   */
  hasYielded: boolean;
  /**
   * Where everything stands, as far as it decides what can still happen, with how many preemptions, and how it is judged: two runs that
   * come to the same go on in the same ways. Undefined where nobody can say. To find out takes as long as some steps.
   */
  state?: () => string | undefined;
  /** The same for what comes of it when a process is killed here, which can be said beforehand; `process` as in `enabled`. */
  stateAfterCrash?: (process: number) => string | undefined;
  /** Whether all who can go on only look again at what has not changed: it is all over, unless one of them counts its looks. */
  onlyLooks?: boolean;
}

/** A choice of the next process, or the end of the run and what it is called. */
export type Choice = { process: number } | { stop: 'nothing new' | 'blocked' | 'not followed' };

/** The choices of one run. */
export interface Scheduler {
  /**
   * Whether those are offered, too, who would only look again at what has not changed. They are left out otherwise, since nothing comes of
   * it; but when they look, and what they take and give back meanwhile, is seen by others.
   */
  readonly wakesAll?: boolean;
  choose(situation: Situation): Choice;
}

/**
 * Which schedules are tried, one after the other. A strategy knows nothing of how steps are made: it may be played on real
 * processes or on a model of them. Every run from the same choices must lead to the same situations.
 */
export interface Strategy {
  /** The choices of the next run; undefined when there is none left. To ask again means that the run before is over. */
  next(): Scheduler | undefined;
}

/** A schedule: the process of each step, by position in the run. */
export type Schedule = readonly number[];

/** Whether it is a preemption to go on with `process`. */
export function isPreemption({ last, hasYielded, enabled }: Situation, process: number): boolean {
  // To be killed is nobody's turn.
  const isCrash = enabled.some((candidate) => candidate.process === process && candidate.operation.isCrash === true);
  return (
    !isCrash &&
    last !== undefined &&
    last !== process &&
    !hasYielded &&
    enabled.some((candidate) => candidate.process === last)
  );
}

/**
 * The processes that can make a step, the choice without a preemption first: the one that made the last step unless it gives way,
 * then the others in turn. One that gives way comes again after all others, so that it cannot keep them from going on.
 */
export function inTurn({ last, hasYielded, enabled }: Situation): number[] {
  const crashes = enabled.filter(({ operation }) => operation.isCrash).map(({ process }) => process);
  const processes = enabled.map(({ process }) => process).filter((process) => !crashes.includes(process));
  if (last === undefined) {
    return [...processes, ...crashes];
  }

  const itself = processes.filter((process) => process === last);
  const others = [...processes.filter((process) => process > last), ...processes.filter((process) => process < last)];
  return [...(hasYielded ? [...others, ...itself] : [...itself, ...others]), ...crashes];
}

/** The process with which a run goes on without a preemption. */
export function withoutPreemption(situation: Situation): number {
  const [first = 0] = inTurn(situation);
  return first;
}
