import { dirname } from 'node:path';
import { isSleep, type Operation } from './operation.ts';
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
 *
 * Where it had listed a directory and looked at what is in there, the directory is what it waits for.
 */
export function waitsOf({ steps, processes }: Pick<Played, 'steps' | 'processes'>): Wait[] {
  return processes.flatMap(({ name, state, before = [] }, position) => {
    const looks = lastLooks(steps.filter(({ process }) => process === position));
    const look = looks.at(-1);
    const [touched] = look?.operation.touches ?? [];
    if (state !== 'waiting' || !before.some(isSleep) || touched === undefined) {
      return [];
    }

    const { what: path, access } = touched;
    const listed = access === 'read' ? [path, dirname(path)] : [];
    const directory = listed.find((one) => looks.some(({ operation }) => lists(operation, one)));
    const last = steps.findLast((step) => {
      // That a directory is made is no news to whoever lists it; that one is moved there, with what is in it, is.
      const isMoved = step.operation.name.startsWith('rename');
      const isMeant = (what: string) =>
        path === directory ? dirname(what) === path || (isMoved && what === path) : what === path;
      return step !== look && changes(step, isMeant);
    });
    const holder = last && processes[last.process];
    return holder === undefined || last?.process === position || ENDED.has(holder.state)
      ? []
      : [{ process: name, what: directory ?? path, holder: holder.name }];
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

/** What a process looked at when it was last awake. */
function lastLooks(own: readonly Step[]): Step[] {
  const end = own.findLastIndex(({ operation }) => !isSleep(operation)) + 1;
  const asleep = own.slice(0, end).findLastIndex(({ operation }) => isSleep(operation));
  return own.slice(asleep + 1, end);
}

function lists({ touches }: Operation, directory: string): boolean {
  return touches.some(({ what, access }) => what === `${directory}/*` && access === 'read');
}

function changes({ operation, outcome }: Step, isMeant: (what: string) => boolean): boolean {
  return (
    outcome?.error === undefined && operation.touches.some(({ what, access }) => isMeant(what) && access === 'write')
  );
}
