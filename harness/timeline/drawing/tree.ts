import type { Timeline } from '../timeline.ts';
import { growForest, isMadeOf, type Tree, thinOut } from './forest.ts';
import { paint } from './paint.ts';
import { shorten } from './text.ts';

export interface TreeOptions {
  /** Cells that a line may take; 80 by default. */
  width?: number;
  /** Only 7-bit characters. */
  ascii?: boolean;
  colour?: boolean;
}

const UNICODE = { fork: '├─ ', last: '└─ ', through: '│  ', past: '   ', more: '…', cut: '…' };
const ASCII = { fork: '|- ', last: '`- ', through: '|  ', past: '   ', more: '...', cut: '..' };

const DEFAULT_WIDTH = 80;
/** A pid and some of its command, or the words that count a crowd. */
const LEAST_TEXT = 24;

/**
 * Draws who started whom: a line a process with its pid and command, no wider than `width`. A crowd is cut, the
 * youngest generations first, and counted. No line feed at the end.
 */
export function drawTree(timeline: Timeline, options: TreeOptions = {}): string {
  const { width = DEFAULT_WIDTH, ascii = false, colour = false } = options;
  const branches = ascii ? ASCII : UNICODE;
  const { roots, generations } = growForest(timeline.processes, ascii);
  const kept = thinOut(roots, (width - LEAST_TEXT) / branches.past.length);

  const lines: string[] = [];
  const say = (text: string, isComment: boolean) =>
    lines.push(paint(shorten(text, width, branches.cut).trimEnd(), isComment ? 'gray' : undefined, colour));

  function drawSiblings(siblings: readonly Tree[], indent: string, likeness: string): void {
    const drawn = siblings.filter((tree) => kept.has(tree));
    const hidden = siblings.filter((tree) => !kept.has(tree));
    for (const [index, { process, command, children }] of drawn.entries()) {
      const isLast = index === drawn.length - 1 && hidden.length === 0;
      if (process.parent === undefined) {
        say(`${process.label}  ${process.pid}  ${command.full}`, false);
        drawSiblings(children, '', command.program);
      } else {
        say(`${indent}${isLast ? branches.last : branches.fork}${process.pid}  ${command.full}`, false);
        drawSiblings(children, indent + (isLast ? branches.past : branches.through), command.program);
      }
    }

    if (hidden.length > 0) {
      const count = hidden.reduce((sum, { size }) => sum + size, 0);
      const likely = drawn.at(-1)?.command.program ?? likeness;
      const like = hidden.every((tree) => isMadeOf(tree, likely)) ? ' like it' : '';
      say(`${indent}${branches.last}${branches.more} and ${count} more${like}`, true);
    }
  }

  drawSiblings(roots, '', '');
  if (kept.size < timeline.processes.length) {
    say(`${timeline.processes.length} processes in ${generations} generations`, true);
  }

  return lines.join('\n');
}
