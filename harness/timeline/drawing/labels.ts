import type { ProcessEnd } from '../timeline.ts';
import type { Row } from './row.ts';
import type { Sign } from './signs.ts';
import type { Ground, Strip } from './strip.ts';
import { shorten, toPrintable, widthOf } from './text.ts';

export interface Wording {
  ascii: boolean;
  /** What to call an adopter. */
  nameOf(pid: number): string;
}

/** A name longer than this is cut: the row has more to say. */
const LONGEST_NAME = 24;

const NOTHING: Ground = new Set(['nothing']);
const LINE: Ground = new Set(['run', 'waits']);
const LINE_OR_GATE: Ground = new Set(['run', 'waits', 'gate']);

/**
 * Writes into a row what fits, the most important first.
 * @returns the names of gates that found a place
 */
export function writeLabels(row: Row, { ascii, nameOf }: Wording): string[] {
  const print = (name: string) => shorten(toPrintable(name, ascii), LONGEST_NAME, ascii ? '..' : '…');

  writeEnd(row, describeEnd(row.process.end));
  for (const { column, by } of row.adoptions) {
    writeBeside(row, column, [`adopted by ${nameOf(by)}`, 'adopted'], 'adopted', LINE_OR_GATE);
  }

  const written = row.gates.filter(({ name, from, to }) => writeWithin(row.strip, from, to, [print(name)], 'gate'));
  for (const { column, names } of row.marks) {
    const texts = names.map(print).filter((name) => name !== '');
    writeBeside(row, column, [texts.join(', '), texts[0] ?? ''], 'mark', LINE);
  }

  for (const { children, from, to } of row.waits) {
    writeWithin(row.strip, from, to, describeWait(children), 'waits');
  }

  return written.map(({ name }) => name);
}

/** Right of the sign, left of it, or left of the whole life; how it ended is told even if it costs some of the line. */
function writeEnd({ strip, first, last }: Row, text: string): void {
  if (text === '') {
    return;
  }

  const width = widthOf(text);
  const left = last - width - 2;
  if (strip.isFree(last + 1, last + width + 2, NOTHING)) {
    strip.write(last + 1, ` ${text}`, 'failed');
  } else if (!strip.isFree(left, last, LINE_OR_GATE) && strip.isFree(first - width - 1, first, NOTHING)) {
    strip.write(first - width - 1, `${text} `, 'failed');
  } else {
    strip.write(Math.max(0, left), ` ${text} `, 'failed');
    strip.putAll([last], 'failed');
  }
}

/** Writes the first text that has room right or left of a column, or behind the end of the process. */
function writeBeside(
  { strip, last }: Row,
  column: number,
  texts: readonly string[],
  about: Sign,
  ground: Ground,
): void {
  for (const text of texts.filter((candidate) => candidate !== '')) {
    const width = widthOf(text) + 2;
    const places = [
      { at: column + 1, on: ground },
      { at: column - width, on: ground },
      // Behind the end, where it cannot be taken for the name of a later sign.
      ...(strip.isFree(column + 1, last, LINE_OR_GATE) ? [{ at: last + 1, on: NOTHING }] : []),
    ];
    const place = places.find(({ at, on }) => strip.isFree(at, at + width, on));
    if (place !== undefined) {
      strip.write(place.at, ` ${text} `, about);
      return;
    }
  }
}

/** Writes the first text that has room within a stretch of one sign, some of which stays visible on both sides. */
function writeWithin(
  strip: Strip,
  from: number,
  to: number,
  texts: readonly string[],
  sign: 'gate' | 'waits',
): boolean {
  for (const text of texts.filter((candidate) => candidate !== '')) {
    const width = widthOf(text) + 2;
    for (let column = from + 1; column + width < to; column += 1) {
      if (strip.isFree(column - 1, column + width + 1, new Set([sign]))) {
        strip.write(column, ` ${text} `, sign);
        return true;
      }
    }
  }

  return false;
}

function describeEnd(end: ProcessEnd | undefined): string {
  if (end?.kind === 'signal') {
    return toPrintable(end.signal ?? '', true) || 'killed';
  }

  return end?.kind === 'exit' && end.code !== 0 ? `code ${end.code}` : '';
}

function describeWait(children: readonly string[]): string[] {
  const [only = ''] = children;
  return children.length === 1
    ? [`waits for ${only}`, only]
    : [`waits for ${children.length} children`, `${children.length} children`];
}
