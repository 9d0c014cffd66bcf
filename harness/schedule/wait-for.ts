import { isSleep } from './operation.ts';
import { ENDED, type Played, type Step } from './played.ts';

/** An edge of the wait-for graph: a process cannot go on until another one gives something back. */
export interface Wait {
  process: string;
  /** The path that it found taken. */
  what: string;
  /** Who touched that path last to change it. */
  holder: string;
}

/**
 * Who waits for whom in the end of a run: a process that sleeps, until a path is free at which it has looked last, waits for the one
 * that made it, and has not ended. (Coffman et al. 1971, System Deadlocks.)
 */
export function waitsOf({ steps, processes }: Pick<Played, 'steps' | 'processes'>): Wait[] {
  return processes.flatMap(({ name, state, before = [] }, position) => {
    const look = steps.findLast(({ process, operation }) => process === position && !isSleep(operation));
    const [what] = (look?.operation.touches ?? []).map((touched) => touched.what);
    if (state !== 'waiting' || !before.some(isSleep) || what === undefined) {
      return [];
    }

    const last = steps.findLast((step) => step !== look && changes(step, what));
    const holder = last && processes[last.process];
    return holder === undefined || last?.process === position || ENDED.has(holder.state)
      ? []
      : [{ process: name, what, holder: holder.name }];
  });
}

/** A circle in which each waits for the next, and the last for the first; undefined when there is none. */
export function waitForCycle(played: Pick<Played, 'steps' | 'processes'>): Wait[] | undefined {
  const waits = waitsOf(played);
  for (const first of waits) {
    const path = [first];
    for (let next = after(waits, first); next !== undefined && !path.includes(next); next = after(waits, next)) {
      path.push(next);
    }

    if (path.at(-1)?.holder === first.process) {
      return path;
    }
  }

  return undefined;
}

function after(waits: readonly Wait[], { holder }: Wait): Wait | undefined {
  return waits.find(({ process }) => process === holder);
}

function changes({ operation, outcome }: Step, what: string): boolean {
  return (
    outcome?.error === undefined &&
    operation.touches.some((touched) => touched.what === what && touched.access === 'write')
  );
}
