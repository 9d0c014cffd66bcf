import type { ProcessHistory } from '../timeline.ts';
import type { Scale } from './scale.ts';
import type { Sign } from './signs.ts';
import { Strip } from './strip.ts';

interface Stretch {
  from: number;
  /** The first column behind it. */
  to: number;
}

/** Where the parts of one life stand, in columns. */
interface Places {
  /** Its birth. */
  first: number;
  /** Its end, or the picture's. */
  last: number;
  starts: number[];
  waits: (Stretch & { children: string[] })[];
  gates: (Stretch & { name: string })[];
  adoptions: { by: number; column: number }[];
  marks: { names: string[]; column: number }[];
}

export interface Row extends Places {
  process: ProcessHistory;
  strip: Strip;
}

/** Waits for several children at once. */
interface JointWait {
  children: string[];
  from: number;
  to: number | undefined;
}

/**
 * Draws the signs of one process, without any text.
 * @param process whose life
 * @param childrenBornAt when it started others
 * @param scale of the picture
 */
export function drawRow(process: ProcessHistory, childrenBornAt: readonly number[], scale: Scale): Row {
  const places = placeParts(process, childrenBornAt, scale);
  const { first, last, starts, waits, gates, adoptions, marks } = places;
  const strip = new Strip(scale.width);

  // What is put later covers what was put before.
  strip.fill({ from: first, to: last }, 'run');
  for (const wait of waits) {
    strip.fill(wait, 'waits');
  }

  for (const gate of gates) {
    strip.fill(gate, 'gate');
  }

  strip.putAll(starts, 'starts');
  strip.putAll(columnsOf(adoptions), 'adopted');
  strip.putAll(columnsOf(marks), 'mark');
  strip.putAll([first], 'born');
  strip.putAll([last], signOfEnd(process));
  return { process, strip, ...places };
}

function placeParts(process: ProcessHistory, childrenBornAt: readonly number[], scale: Scale): Places {
  const { first, last } = placeLife(process, scale);
  const inner = (at: number) => clamp(scale.column(at), first + 1, last - 1);
  const stretch = (from: number, to: number | undefined) => ({
    from: inner(from),
    // A short wait is seen too.
    to: Math.max(inner(from) + 1, to === undefined ? last : clamp(scale.column(to), first + 1, last)),
  });

  return {
    first,
    last,
    starts: childrenBornAt.map(inner),
    waits: joinOverlapping(process.waits).map(({ children, from, to }) => ({ children, ...stretch(from, to) })),
    gates: process.gates.map(({ name, from, to }) => ({ name, ...stretch(from, to) })),
    adoptions: process.adoptions.map(({ at, by }) => ({ by, column: inner(at) })),
    marks: groupByColumn(process.marks.map(({ at, name }) => ({ column: inner(at), name }))),
  };
}

/** A life takes a cell for its birth, one for its end, and one between them when anything is to be shown there. */
function placeLife({ bornAt, endedAt, marks, gates, adoptions }: ProcessHistory, { width, column }: Scale) {
  const least = Math.min(marks.length + gates.length + adoptions.length === 0 ? 1 : 2, width - 1);
  const first = Math.min(column(bornAt), width - 1 - least);
  const last = endedAt === undefined ? width - 1 : column(endedAt);
  return { first, last: Math.max(last, first + least) };
}

function joinOverlapping(waits: ProcessHistory['waits']): JointWait[] {
  const joined: JointWait[] = [];
  for (const { child, from, to } of waits.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && (last.to === undefined || from < last.to)) {
      last.children.push(child);
      last.to = last.to === undefined || to === undefined ? undefined : Math.max(last.to, to);
    } else {
      joined.push({ children: [child], from, to });
    }
  }

  return joined;
}

function groupByColumn(marks: readonly { column: number; name: string }[]): Places['marks'] {
  const groups = new Map<number, string[]>();
  for (const { column, name } of marks) {
    groups.set(column, [...(groups.get(column) ?? []), name]);
  }

  return [...groups].map(([column, names]) => ({ column, names }));
}

function columnsOf(parts: readonly { column: number }[]): number[] {
  return parts.map(({ column }) => column);
}

function signOfEnd({ end }: ProcessHistory): Sign {
  switch (end?.kind) {
    case undefined:
      return 'alive';
    case 'exit':
      return end.code === 0 ? 'exit' : 'failed';
    case 'signal':
      return 'failed';
    case 'killed by the sandbox':
      return 'killed';
    case 'unknown':
      return 'gone';
  }
}

function clamp(column: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, column));
}
