import { styleText } from 'node:util';
import type { Glyphs, Sign } from './signs.ts';
import type { Cell } from './strip.ts';

type Colour = Parameters<typeof styleText>[0];

/** Few colours: grey is the frame, red is what went wrong. */
const COLOURS: Partial<Record<Sign, Colour>> = {
  waits: 'gray',
  gate: 'yellow',
  mark: 'cyan',
  adopted: 'magenta',
  failed: 'red',
  killed: 'red',
};

/** Puts a row of cells into words of the terminal, without blanks at its end. */
export function renderCells(cells: readonly Cell[], glyphs: Glyphs, colour: boolean): string {
  const end = cells.findLastIndex(({ sign, text }) => sign !== undefined && text !== ' ') + 1;
  const parts: { sign: Sign | undefined; text: string }[] = [];
  for (const { sign, text } of cells.slice(0, end)) {
    const shown = text ?? (sign === undefined ? ' ' : glyphs[sign]);
    const part = parts.at(-1);
    if (part !== undefined && part.sign === sign) {
      part.text += shown;
    } else {
      parts.push({ sign, text: shown });
    }
  }

  return parts.map(({ sign, text }) => paint(text, sign === undefined ? undefined : COLOURS[sign], colour)).join('');
}

/** Colours a text, or leaves it as it is. */
export function paint(text: string, style: Colour | undefined, colour: boolean): string {
  // Whether the stream takes colour is for the caller to find out.
  return colour && style !== undefined && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}
