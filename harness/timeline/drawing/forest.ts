import type { ProcessHistory } from '../timeline.ts';
import { type ShortCommand, shortenCommand } from './command.ts';

/** A process with all that it started. */
export interface Tree {
  process: ProcessHistory;
  command: ShortCommand;
  children: Tree[];
  /** Number of processes, itself included. */
  size: number;
  /** 1 for the scenario's own process, 2 for its children, ... */
  generation: number;
}

/** How much of a forest a reader can take in: enough to see its shape, the rest is counted. */
const MOST_PROCESSES = 12;
const MOST_SIBLINGS = 4;
const MOST_GENERATIONS = 6;

/** Puts processes under their first parents; in a timeline parents stand before their children. */
export function growForest(
  processes: readonly ProcessHistory[],
  ascii: boolean,
): { roots: Tree[]; generations: number } {
  const trees = new Map<string, Tree>();
  const parentOf = ({ parent }: ProcessHistory) => (parent === undefined ? undefined : trees.get(parent));
  const roots: Tree[] = [];
  let generations = 0;
  for (const process of processes) {
    const parent = parentOf(process);
    const generation = (parent?.generation ?? 0) + 1;
    const tree = { process, command: shortenCommand(process.command, ascii), children: [], size: 1, generation };
    trees.set(process.label, tree);
    (parent?.children ?? roots).push(tree);
    generations = Math.max(generations, generation);
  }

  for (const tree of [...trees.values()].reverse()) {
    const parent = parentOf(tree.process);
    if (parent !== undefined) {
      parent.size += tree.size;
    }
  }

  return { roots, generations };
}

/**
 * Chooses whom to draw: generation by generation, some of each family.
 * @param roots the forest
 * @param room for so many generations
 */
export function thinOut(roots: readonly Tree[], room: number): Set<Tree> {
  const kept = new Set<Tree>();
  const families = [roots];
  for (const siblings of families) {
    const isTooDeep = (siblings[0]?.generation ?? 0) > Math.min(room, MOST_GENERATIONS);
    const most = isTooDeep ? 0 : Math.max(0, Math.min(MOST_SIBLINGS, MOST_PROCESSES - kept.size));
    // The words 'and 1 more' would take the same line.
    const isOneLeft = siblings.length === most + 1 && siblings.at(-1)?.size === 1;
    for (const tree of isOneLeft ? siblings : siblings.slice(0, most)) {
      kept.add(tree);
      families.push(tree.children);
    }
  }

  return kept;
}

/** Whether a tree holds nothing but processes that run this program. */
export function isMadeOf(tree: Tree, program: string): boolean {
  return tree.command.program === program && tree.children.every((child) => isMadeOf(child, program));
}
