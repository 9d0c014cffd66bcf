import type { ProcessHistory } from '../timeline.ts';
import type { Scale } from './scale.ts';
import type { Sign } from './signs.ts';
import { Strip } from './strip.ts';

/** Where the parts of one process stand, in columns. */
export interface Row {
  strip: Strip;
  /** Column of its birth. */
  first: number;
  /** Column of its end, or of the picture's. */
  last: number;
  gates: { name: string; from: number; to: number }[];
  waits: { children: string[]; from: number; to: number }[];
  marks: { names: string[]; column: number }[];
  adoptions: { by: number; column: number }[];
}

/** Draws the signs of one process, without any text. What is put later covers what was put before. */
export function drawRow(process: ProcessHistory, childrenBornAt: readonly number[], scale: Scale): Row {
  const strip = new Strip(scale.width);
  const { first, last } = placeLife(process, scale);
  const row: Row = { strip, first, last, ...placeParts(process, scale, first, last) };

  strip.fill(first, last, 'run');
  for (const { from, to } of row.waits) {
    strip.fill(from, to, 'waits');
  }

  for (const { from, to } of row.gates) {
    strip.fill(from, to, 'gate');
  }

  const inner = (at: number) => clamp(scale.column(at), first + 1, last - 1);
  for (const at of childrenBornAt) {
    strip.put(inner(at), 'starts');
  }

  for (const { column } of row.adoptions) {
    strip.put(column, 'adopted');
  }

  for (const { column } of row.marks) {
    strip.put(column, 'mark');
  }

  strip.put(first, 'born');
  strip.put(last, signOfEnd(process));
  return row;
}

/** A life takes a cell for its birth, one for its end, and one between when anything is to be shown there. */
function placeLife({ bornAt, endedAt, ...parts }: ProcessHistory, scale: Scale): { first: number; last: number } {
  const isEmpty = parts.marks.length + parts.gates.length + parts.adoptions.length === 0;
  const least = Math.min(isEmpty ? 1 : 2, scale.width - 1);
  const first = Math.min(scale.column(bornAt), scale.width - 1 - least);
  const last = endedAt === undefined ? scale.width - 1 : scale.column(endedAt);
  return { first, last: Math.max(last, first + least) };
}

function placeParts(
  { gates, waits, marks, adoptions, endedAt }: ProcessHistory,
  scale: Scale,
  first: number,
  last: number,
) {
  const inner = (at: number) => clamp(scale.column(at), first + 1, last - 1);
  const stretch = (from: number, to: number | undefined) => ({
    from: inner(from),
    // A wait that was short is still seen.
    to: Math.max(inner(from) + 1, to === undefined ? last : clamp(scale.column(to), first + 1, last)),
  });
  return {
    gates: gates.map(({ name, from, to }) => ({ name, ...stretch(from, to) })),
    waits: joinOverlapping(waits.map(({ child, from, to }) => ({ children: [child], from, to: to ?? endedAt }))).map(
      ({ children, from, to }) => ({ children, ...stretch(from, to) }),
    ),
    marks: groupByColumn(marks.map(({ at, name }) => ({ column: inner(at), name }))),
    adoptions: adoptions.map(({ at, by }) => ({ by, column: inner(at) })),
  };
}

interface Wait {
  children: string[];
  from: number;
  to: number | undefined;
}

function joinOverlapping(waits: readonly Wait[]): Wait[] {
  const joined: Wait[] = [];
  for (const wait of waits.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && (last.to === undefined || wait.from < last.to)) {
      last.children.push(...wait.children);
      last.to = last.to === undefined || wait.to === undefined ? undefined : Math.max(last.to, wait.to);
    } else {
      joined.push({ ...wait });
    }
  }

  return joined;
}

function groupByColumn(marks: readonly { column: number; name: string }[]): Row['marks'] {
  const groups = new Map<number, string[]>();
  for (const { column, name } of marks) {
    groups.set(column, [...(groups.get(column) ?? []), name]);
  }

  return [...groups].map(([column, names]) => ({ column, names }));
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
