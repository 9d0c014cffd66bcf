import { layGutter } from './drawing/gutter.ts';
import { writeLabels } from './drawing/labels.ts';
import { writeLegend } from './drawing/legend.ts';
import { paint, renderCells } from './drawing/paint.ts';
import { drawRow } from './drawing/row.ts';
import { drawScale, makeScale } from './drawing/scale.ts';
import { glyphsFor, type Sign } from './drawing/signs.ts';
import { shorten, toPrintable, widthOf } from './drawing/text.ts';
import type { ProcessHistory, Timeline } from './timeline.ts';

export { drawTree } from './drawing/tree.ts';

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

/** Draws a run as text: a row a process, time from left to right. No line is wider than `width`; no line feed at the end. */
export function drawTimeline(timeline: Timeline, options: PictureOptions = {}): string {
  const { width = DEFAULT_WIDTH, ascii = false, colour = false, notStarted = [] } = options;
  const { processes, from, to } = timeline;
  const glyphs = glyphsFor(ascii);
  const shown = processes.slice(0, processes.length > MOST_ROWS ? MOST_ROWS - 1 : MOST_ROWS);
  const missing = notStarted.slice(0, MOST_ROWS);
  const gutter = layGutter([...shown, ...missing.map((label) => ({ label }))], width, { ascii, colour });
  const scale = makeScale(from, to, Math.max(0, width - gutter.width));
  const indent = ' '.repeat(gutter.width);

  const lines: string[] = [];
  const signs = new Set<Sign>();
  const unplaced = new Set<string>();
  for (const process of shown) {
    const row = drawRow(process, listBirths(process, processes), scale);
    for (const gate of writeLabels(row, process.end, { ascii, nameOf: (pid) => nameOf(pid, processes) })) {
      unplaced.add(gate);
    }

    for (const sign of row.strip.signs()) {
      signs.add(sign);
    }

    lines.push(`${gutter.draw(process)}${renderCells(row.strip.cells, glyphs, colour)}`);
  }
  const say = (text: string) => lines.push(`${indent}${paint(shorten(text, scale.width, ascii ? '..' : '…'), 'gray', colour)}`);
  if (shown.length < processes.length) say(`${ascii ? '...' : '…'} and ${processes.length - shown.length} more processes`);
  for (const label of missing) lines.push(`${gutter.draw({ label })}${paint(shorten('never started', scale.width), 'gray', colour)}`);
  say(drawScale(to - from, scale.width));
  for (const line of writeLegend(signs, [...unplaced], glyphs, scale.width)) say(line);
  return lines.map(l => l.trimEnd()).join('\n');
}

function listBirths({ label }: ProcessHistory, processes: readonly ProcessHistory[]): number[] {
  return processes.filter(({ parent }) => parent === label).map(({ bornAt }) => bornAt);
}

function nameOf(pid: number, processes: readonly ProcessHistory[]): string {
  return processes.find((process) => process.pid === pid)?.label ?? `${pid}`;
}
