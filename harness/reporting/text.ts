import { stripVTControlCharacters, styleText } from 'node:util';
import { toCells, widthOf } from '../timeline/drawing/text.ts';

/** How text is to look where it goes. */
export interface TextStyle {
  /** Cells that a line may take; 80 by default. */
  width?: number;
  /** Only 7-bit signs of ours. */
  ascii?: boolean;
  colour?: boolean;
}

export type Format = Parameters<typeof styleText>[0];
export type Paint = (format: Format, text: string) => string;

/** Whether to colour has been decided already: `styleText` must not look at the stream again. */
export function painter(colour: boolean | undefined): Paint {
  return (format, text) => (colour && text !== '' ? styleText(format, text, { validateStream: false }) : text);
}

/** Breaks a text into lines of so many cells at most, at its spaces where it has any. Its own line feeds stay. */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(1, width)));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ').flatMap((part) => breakWord(part, width))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer) <= width) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }

  return [...lines, current];
}

// A path or a line of Chinese may have no space to break at.
function breakWord(word: string, width: number): string[] {
  const pieces = [''];
  for (const cell of toCells(word)) {
    const last = pieces.at(-1) ?? '';
    if (cell !== '' && widthOf(last + cell) > width && last !== '') {
      pieces.push(cell);
    } else {
      pieces[pieces.length - 1] = last + cell;
    }
  }

  return pieces;
}

/** Makes a text of a program's harmless for a terminal: a learner's output may hold anything. */
export function tame(text: string, ascii = false): string {
  const plain = stripVTControlCharacters(text.replaceAll('\t', '    '));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go.
  const visible = plain.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
  return ascii ? visible.replaceAll('…', '...') : visible;
}
