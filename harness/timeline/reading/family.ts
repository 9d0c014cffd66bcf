import type { ProcessEnd } from '../timeline.ts';
import type { Birth } from './birth.ts';
import type { Life } from './life.ts';

/** A process on its way into the timeline. */
export interface Relative {
  life: Life;
  /** First parent's pid. */
  ppid: number;
  birth: Birth;
  /** Absent as long as it is alive. */
  ended?: { endedAt: number; end: ProcessEnd };
  parent?: Relative;
  children: Relative[];
  label: string;
}

/**
 * Makes a family of loose processes: finds parents, brings births into line, orders siblings and gives labels.
 * @param relatives without parents, children and labels; they are changed
 * @param main the scenario's own process
 * @returns in order of the tree
 */
export function formFamily(relatives: readonly Relative[], main: Relative): Relative[] {
  const byAge = relatives.toSorted((one, other) => one.birth.at - other.birth.at);
  for (const child of byAge) {
    const parent = child === main ? undefined : findByPid(byAge, child.ppid, child.birth.at);
    if (parent !== undefined && !isAncestor(child, parent)) {
      child.parent = parent;
      parent.children.push(child);
    }
  }

  const roots = [main, ...byAge.filter((one) => one !== main && one.parent === undefined)];
  for (const root of roots) {
    advanceLateParents(root);
    delayEarlyChildren(root);
  }

  return roots.flatMap((root, index) => labelTree(root, index === 0 ? 'main' : `orphan ${index}`));
}

/** Who had that pid at that time: the last one born before; if none was, the first. */
export function findByPid(byAge: readonly Relative[], pid: number, at: number): Relative | undefined {
  const bearers = byAge.filter(({ life }) => life.pid === pid);
  return bearers.findLast(({ birth }) => birth.at <= at) ?? bearers[0];
}

function isAncestor(candidate: Relative, of: Relative): boolean {
  for (let one: Relative | undefined = of; one !== undefined; one = one.parent) {
    if (one === candidate) {
      return true;
    }
  }

  return false;
}

// A parent of which only late words are known was there when its first child was born.
function advanceLateParents(root: Relative): void {
  for (const child of root.children) {
    advanceLateParents(child);
    if (root.birth.isLatest) {
      root.birth.at = Math.min(root.birth.at, child.birth.at);
    }
  }
}

// Start times are rounded down, which can put a child before its parent.
function delayEarlyChildren(root: Relative): void {
  for (const child of root.children) {
    child.birth.at = Math.max(child.birth.at, root.birth.at);
    delayEarlyChildren(child);
  }
}

function labelTree(root: Relative, label: string): Relative[] {
  root.label = label;
  root.children.sort((one, other) => one.birth.at - other.birth.at || one.life.pid - other.life.pid);
  const prefix = label === 'main' ? 'child ' : `${label}.`;
  return [root, ...root.children.flatMap((child, index) => labelTree(child, `${prefix}${index + 1}`))];
}
