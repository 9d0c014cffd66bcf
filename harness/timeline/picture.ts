import { layGutter } from './drawing/gutter.ts';
import { writeLabels } from './drawing/labels.ts';
import { writeLegend } from './drawing/legend.ts';
import { paint, renderCells } from './drawing/paint.ts';
import { drawRow, type Row } from './drawing/row.ts';
import { drawScale, makeScale } from './drawing/scale.ts';
import { glyphsFor } from './drawing/signs.ts';
import { shorten, toPrintable } from './drawing/text.ts';
import type { ProcessHistory, Timeline } from './timeline.ts';

export { drawTree, type TreeOptions } from './drawing/tree.ts';

export interface PictureOptions {
  /** Cells that a line may take; 80 by default. */
  width?: number;
  /** Only 7-bit characters. */
  ascii?: boolean;
  colour?: boolean;
  /** Labels of processes that a right answer would have started, e.g. `child 2`. */
  notStarted?: readonly string[];
}

const DEFAULT_WIDTH = 80;
/** A reader compares rows; more than these are a crowd. */
const MOST_ROWS = 16;
const MOST_MISSING = 4;

/**
 * Draws a run as text: a row a process, time from left to right, the signs explained below. No line is wider than
 * `width`, whatever the names in it; no line feed at the end.
 */
export function drawTimeline(timeline: Timeline, options: PictureOptions = {}): string {
  const { width = DEFAULT_WIDTH, ascii = false, colour = false, notStarted = [] } = options;
  const { processes, from, to } = timeline;
  const shown = takeFirst(processes, MOST_ROWS);
  const missing = takeFirst(notStarted, MOST_MISSING).map((label) => ({ label }));

  const gutter = layGutter([...shown, ...missing], width, { ascii, colour });
  const scale = makeScale(from, to, Math.max(0, width - gutter.width));
  const rows = shown.map((process) => drawRow(process, listBirths(process, processes), scale));
  const wording = { ascii, nameOf: (pid: number) => nameOf(pid, processes) };
  const written = rows.flatMap((row) => writeLabels(row, wording));

  const glyphs = glyphsFor(ascii);
  const comment = (text: string, room = scale.width) => paint(shorten(text, room, ascii ? '..' : '…'), 'gray', colour);
  const count = (number: number, what: string) =>
    number === 0 ? [] : [gutter.draw({ label: '' }) + comment(`${ascii ? '...' : '…'} and ${number} more ${what}`)];
  const signs = new Set(rows.flatMap(({ strip }) => [...strip.signs()]));
  const gates = listUnwritten(rows, written).flatMap((name) => toPrintable(name, ascii) || []);

  const lines = [
    ...rows.map(({ process, strip }) => gutter.draw(process) + renderCells(strip.cells, glyphs, colour)),
    ...count(processes.length - shown.length, 'processes'),
    ...missing.map((entry) => gutter.draw(entry) + comment('never started')),
    ...count(notStarted.length - missing.length, 'that never started'),
    gutter.draw({ label: '' }) + comment(drawScale(to - from, scale.width)),
    ...writeLegend(signs, gates, glyphs, width).map((line) => comment(line, width)),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** The first of them, and room for a line that counts the rest. */
function takeFirst<Item>(items: readonly Item[], most: number): readonly Item[] {
  return items.length > most ? items.slice(0, most - 1) : items;
}

function listBirths({ label }: ProcessHistory, processes: readonly ProcessHistory[]): number[] {
  return processes.filter(({ parent }) => parent === label).map(({ bornAt }) => bornAt);
}

function nameOf(pid: number, processes: readonly ProcessHistory[]): string {
  return processes.find((process) => process.pid === pid)?.label ?? `pid ${pid}`;
}

/** Names of gates that no row had room for, each once. */
function listUnwritten(rows: readonly Row[], written: readonly string[]): string[] {
  const names = new Set(rows.flatMap(({ gates }) => gates.map(({ name }) => name)));
  return [...names].filter((name) => !written.includes(name));
}
