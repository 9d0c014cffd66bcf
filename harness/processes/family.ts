import type { ProcessEntry } from './entry.ts';

/**
 * The processes whose parent is `pid` now. A child that outlived its parent has another one: it is an orphan, and its adopter's
 * child.
 */
export function childrenOf(entries: readonly ProcessEntry[], pid: number): ProcessEntry[] {
  // On macOS the kernel (pid 0) is its own parent.
  return entries.filter((entry) => entry.ppid === pid && entry.pid !== pid);
}

/** Children, their children, and so on; parents before their children, and `pid` itself not among them. */
export function descendantsOf(entries: readonly ProcessEntry[], pid: number): ProcessEntry[] {
  const byParent = new Map<number, ProcessEntry[]>();
  for (const entry of entries) {
    const siblings = byParent.get(entry.ppid);
    if (siblings === undefined) {
      byParent.set(entry.ppid, [entry]);
    } else {
      siblings.push(entry);
    }
  }

  // A listing is not taken in one instant: where pids were reused meanwhile, it can hold a circle.
  const seen = new Set([pid]);
  const descendants: ProcessEntry[] = [];
  const parents = [pid];
  for (const parent of parents) {
    for (const entry of byParent.get(parent) ?? []) {
      if (!seen.has(entry.pid)) {
        seen.add(entry.pid);
        descendants.push(entry);
        parents.push(entry.pid);
      }
    }
  }

  return descendants;
}

/** Parent, its parent, and so on, as far as the listing shows them: the nearest first, and `pid` itself not among them. */
export function ancestorsOf(entries: readonly ProcessEntry[], pid: number): ProcessEntry[] {
  const byPid = new Map(entries.map((entry) => [entry.pid, entry]));
  const ancestors = new Set<ProcessEntry>();
  let ancestor = byPid.get(byPid.get(pid)?.ppid ?? -1);
  while (ancestor !== undefined && ancestor.pid !== pid && !ancestors.has(ancestor)) {
    ancestors.add(ancestor);
    ancestor = byPid.get(ancestor.ppid);
  }

  return [...ancestors];
}
