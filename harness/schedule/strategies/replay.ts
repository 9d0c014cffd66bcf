import { type Schedule, type Scheduler, type Strategy, withoutPreemption } from '../strategy.ts';

/** Thrown when a process is to make a step that it cannot make. */
export class ScheduleError extends Error {
  override readonly name = 'ScheduleError';
  readonly code = 'IMPOSSIBLE_STEP';
}

/**
 * One run of a given schedule. When the schedule is over the run goes on without preemptions.
 * @throws {ScheduleError} by its scheduler, at a step that the process cannot make
 */
export function replay(schedule: Schedule): Strategy {
  let isOver = false;
  return {
    next() {
      if (isOver) {
        return undefined;
      }

      isOver = true;
      return follow(schedule);
    },
  };
}

/**
 * The choices of a schedule, and after its end those without preemptions.
 * @param wakesAll up to that end, as the scheduler did that made it
 */
export function follow(schedule: Schedule, wakesAll = false): Scheduler {
  let next = 0;
  return {
    get wakesAll() {
      return wakesAll && next < schedule.length;
    },
    choose(situation) {
      const { step, enabled } = situation;
      next = step + 1;
      const process = schedule[step];
      if (process === undefined) {
        return { process: withoutPreemption(situation) };
      }

      if (!enabled.some((candidate) => candidate.process === process)) {
        const able = enabled.map((candidate) => candidate.process + 1).join(' or ');
        throw new ScheduleError(
          `Step ${step + 1} is for process ${process + 1}, which cannot go on there; process ${able} can.`,
        );
      }

      return { process };
    },
  };
}
