import type { Schedule } from './strategy.ts';

/** Steps of one process with none of another between them. */
export interface Stretch {
  process: number;
  length: number;
}

export function toStretches(schedule: Schedule): Stretch[] {
  const stretches: Stretch[] = [];
  for (const process of schedule) {
    const present = stretches.at(-1);
    if (present?.process === process) {
      present.length += 1;
    } else {
      stretches.push({ process, length: 1 });
    }
  }

  return stretches;
}

export function fromStretches(stretches: readonly Stretch[]): number[] {
  return stretches.flatMap(({ process, length }) => Array.from({ length }, () => process));
}

/** How often a schedule goes from one process to another. */
export function switchesOf(schedule: Schedule): number {
  return Math.max(0, toStretches(schedule).length - 1);
}
