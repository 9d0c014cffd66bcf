import type { ProcessHistory, Timeline } from '../timeline.ts';
import { shortenCommand } from './command.ts';
import { paint } from './paint.ts';
import { shorten } from './text.ts';

export interface TreeOptions {
  /** Cells that a line may take; 80 by default. */
  width?: number;
  /** Only 7-bit characters. */
  ascii?: boolean;
  colour?: boolean;
}

interface Node {
  process: ProcessHistory;
  command: string;
  children: Node[];
  /** It and all below it. */
  size: number;
  /** 1 for those that were there first. */
  generation: number;
}

interface Branches {
  fork: string;
  last: string;
  through: string;
  more: string;
  cut: string;
}

const UNICODE: Branches = { fork: '├─ ', last: '└─ ', through: '│  ', more: '…', cut: '…' };
const ASCII: Branches = { fork: '|- ', last: '`- ', through: '|  ', more: '...', cut: '..' };
const PAST_THE_LAST = '   ';

const DEFAULT_WIDTH = 80;
/** Enough to see the shape; the rest is counted. */
const MOST_PROCESSES = 12;
const MOST_SIBLINGS = 4;
const MOST_GENERATIONS = 6;
/** The words that count a crowd. */
const LEAST_TEXT = 24;

/**
 * Draws who started whom: a line a process with its pid and command, no wider than `width`. A crowd is cut, the youngest
 * generations first, and counted. No line feed at the end.
 */
export function drawTree(timeline: Timeline, options: TreeOptions = {}): string {
  const { width = DEFAULT_WIDTH, ascii = false, colour = false } = options;
  const branches = ascii ? ASCII : UNICODE;
  const roots = growTrees(timeline.processes, ascii);
  const shown = chooseShown(roots, Math.min(MOST_GENERATIONS, (width - LEAST_TEXT) / PAST_THE_LAST.length));

  const lines: string[] = [];
  const say = (text: string, isFrame: boolean) =>
    lines.push(paint(shorten(text, width, branches.cut).trimEnd(), isFrame ? 'gray' : undefined, colour));

  function drawSiblings(siblings: readonly Node[], indent: string, likeness: string): void {
    const visible = siblings.filter((node) => shown.has(node));
    const hidden = siblings.filter((node) => !shown.has(node));
    for (const [index, node] of visible.entries()) {
      const isLast = index === visible.length - 1 && hidden.length === 0;
      const isRoot = node.process.parent === undefined;
      const branch = isRoot ? `${node.process.label}  ` : indent + (isLast ? branches.last : branches.fork);
      say(`${branch}${node.process.pid}  ${node.command}`, false);
      drawSiblings(node.children, isRoot ? '' : indent + (isLast ? PAST_THE_LAST : branches.through), node.command);
    }

    if (hidden.length > 0) {
      say(indent + branches.last + countHidden(hidden, visible.at(-1)?.command ?? likeness, branches), true);
    }
  }

  drawSiblings(roots, '', '');
  if (shown.size < timeline.processes.length) {
    say(`${timeline.processes.length} processes in ${countGenerations(roots)} generations`, true);
  }

  return lines.join('\n');
}

function growTrees(processes: readonly ProcessHistory[], ascii: boolean): Node[] {
  const nodes = new Map<string, Node>();
  const roots: Node[] = [];
  for (const process of processes) {
    const parent = process.parent === undefined ? undefined : nodes.get(process.parent);
    const command = shortenCommand(process.command, ascii);
    const node = { process, command, children: [], size: 1, generation: (parent?.generation ?? 0) + 1 };
    nodes.set(process.label, node);
    (parent?.children ?? roots).push(node);
  }

  // Parents stand before their children.
  for (const { process, size } of [...nodes.values()].reverse()) {
    const parent = process.parent === undefined ? undefined : nodes.get(process.parent);
    if (parent !== undefined) {
      parent.size += size;
    }
  }

  return roots;
}

/** Generation by generation, some of each family. */
function chooseShown(roots: readonly Node[], mostGenerations: number): Set<Node> {
  const shown = new Set<Node>();
  const families = [roots];
  for (const siblings of families) {
    const isTooDeep = (siblings[0]?.generation ?? 0) > mostGenerations;
    const room = isTooDeep ? 0 : Math.max(0, Math.min(MOST_SIBLINGS, MOST_PROCESSES - shown.size));
    // The words 'and 1 more' would take the same line.
    const isOneLeft = siblings.length === room + 1 && siblings.at(-1)?.size === 1;
    for (const node of siblings.slice(0, isOneLeft ? siblings.length : room)) {
      shown.add(node);
      families.push(node.children);
    }
  }

  return shown;
}

function countHidden(hidden: readonly Node[], likeness: string, { more }: Branches): string {
  const count = hidden.reduce((sum, { size }) => sum + size, 0);
  return `${more} and ${count} more${hidden.every((node) => isLike(node, likeness)) ? ' like it' : ''}`;
}

function isLike(node: Node, command: string): boolean {
  return node.command === command && node.children.every((child) => isLike(child, command));
}
