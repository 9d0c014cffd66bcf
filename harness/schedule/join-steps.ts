import { areDependent, type Operation } from './operation.ts';
import type { Schedule } from './strategy.ts';

/** A step, and what must be done before it: how many steps of each process, by position of the process. */
interface Step {
  operation: Operation;
  needs: number[];
}

/** A part of a schedule. */
interface Part {
  schedule: number[];
  /** How many steps of each process it has. */
  done: number[];
}

/**
 * The schedule with the fewest switches among those that differ from this one in the order of independent steps only, so that it does
 * the same. `operations` are those of its steps, one each.
 *
 * It grows all parts at once by one stretch at a time. Each stretch is as long as it can be: to leave a step for later never helps,
 * since nothing waits for a step not to be done.
 */
export function joinSteps(schedule: Schedule, operations: readonly Operation[]): number[] {
  const steps = toSteps(schedule, operations);
  const processes = steps.map((_, process) => process);
  let parts: Part[] = [{ schedule: [], done: steps.map(() => 0) }];
  const seen = new Set<string>();
  while (parts.length > 0) {
    const whole = parts.find((part) => part.schedule.length === schedule.length);
    if (whole !== undefined) {
      return whole.schedule;
    }

    const longer = parts.flatMap((part) => processes.flatMap((process) => extend(part, process, steps)));
    parts = longer.filter(({ done }) => {
      const isNew = !seen.has(done.join());
      seen.add(done.join());
      return isNew;
    });
  }

  // Not reached while there is an operation for each step: the schedule itself is such an order.
  return [...schedule];
}

/** The steps of each process. */
function toSteps(schedule: Schedule, operations: readonly Operation[]): Step[][] {
  const steps: Step[][] = Array.from({ length: Math.max(-1, ...schedule) + 1 }, () => []);
  operations.slice(0, schedule.length).forEach((operation, index) => {
    const process = schedule[index] ?? 0;
    const needs = steps.map((others, other) =>
      other === process ? 0 : 1 + others.findLastIndex((before) => areDependent(before.operation, operation)),
    );
    steps[process]?.push({ operation, needs });
  });
  return steps;
}

/** The part with as many steps of that process after it as can be; none when there is no such step. */
function extend({ schedule, done }: Part, process: number, steps: readonly Step[][]): Part[] {
  const own = steps[process] ?? [];
  const begun = done[process] ?? 0;
  const blocked = own.findIndex(
    ({ needs }, index) => index >= begun && needs.some((needed, other) => needed > (done[other] ?? 0)),
  );
  const end = blocked < 0 ? own.length : blocked;
  if (end === begun) {
    return [];
  }

  return [
    {
      schedule: [...schedule, ...Array.from({ length: end - begun }, () => process)],
      done: done.with(process, end),
    },
  ];
}
