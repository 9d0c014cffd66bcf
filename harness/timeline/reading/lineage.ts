import type { Adoption } from '../timeline.ts';
import { findByPid, type Relative } from './family.ts';
import type { Life } from './life.ts';

interface Sighting {
  at: number;
  ppid: number;
}

/** The pid of its first parent; 0 when nobody saw it. */
export function findFirstParent(life: Life): number {
  return traceParents(life)[0]?.ppid ?? 0;
}

/**
 * Every change of its parent, in order of time. A parent's own end tells the moment better than a look at the table.
 * When the sandbox ends a run, its processes are orphans for a moment; that is left out.
 */
export function findAdoptions({ life, birth }: Relative, byAge: readonly Relative[]): Adoption[] {
  const chain = traceParents(life);
  return chain.slice(1).flatMap(({ at, ppid: by }, index) => {
    const from = chain[index]?.ppid ?? 0;
    const parent = findByPid(byAge, from, birth.at);
    return parent?.ended?.end.kind === 'killed by the sandbox'
      ? []
      : [{ at: Math.max(birth.at, Math.min(at, parent?.ended?.endedAt ?? at)), from, by }];
  });
}

function traceParents(life: Life): Sighting[] {
  const chain: Sighting[] = [];
  for (const sighting of listSightings(life)) {
    // A parent that was left has ended and cannot come back: such a look at the table began before the adoption.
    if (!chain.some(({ ppid }) => ppid === sighting.ppid)) {
      chain.push(sighting);
    }
  }

  return chain;
}

function listSightings({ spawned, awaited, born, told, adopted }: Life): Sighting[] {
  const own = told.map(({ at, ppid }) => ({ at, ppid }));
  const seen = born === undefined ? [] : [{ at: born.at, ppid: born.ppid }];
  const taken = adopted.flatMap(({ at, from, by }) => [
    { at, ppid: from },
    { at, ppid: by },
  ]);
  const later = [...own, ...seen, ...taken].sort((one, other) => one.at - other.at);

  // Who started it, or listens for its end, is its first parent, however late it says so.
  const starter = spawned ?? awaited[0];
  return starter === undefined ? later : [{ at: starter.at, ppid: starter.pid }, ...later];
}
