import { areDependent, type Operation } from '../operation.ts';
import type { Schedule } from '../strategy.ts';

/**
 * What is common to all schedules that differ in the order of independent steps only: which of two dependent steps comes first
 * (Mazurkiewicz 1987, Trace Theory).
 */
export function traceOf({ schedule, operations }: { schedule: Schedule; operations: readonly Operation[] }): string {
  const steps = operations.map((operation, index) => {
    const process = schedule[index];
    const number = schedule.slice(0, index).filter((other) => other === process).length;
    return { operation, process, name: `${process}.${number}` };
  });
  const orders = steps.flatMap((step, index) =>
    steps
      .slice(0, index)
      .filter((before) => before.process === step.process || areDependent(before.operation, step.operation))
      .map((before) => `${before.name} < ${step.name}`),
  );
  return [...steps.map(({ name }) => name), ...orders].sort().join('; ');
}
