import { stripVTControlCharacters } from 'node:util';

/** What terminals show two cells wide (UAX #11): east Asian scripts, their punctuation and full-width forms, emoji. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4e00-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

/** Signs that take no cell of their own or join their neighbours: their width depends on the terminal. */
const UNSTEADY = /[\p{C}\p{Mn}\p{Me}\p{RI}\p{EMod}]/gu;

/** Makes one line of a foreign text: no control characters, nothing of uncertain width, only 7-bit when `ascii`. */
export function toPrintable(text: string, ascii = false): string {
  const line = stripVTControlCharacters(text)
    .normalize(ascii ? 'NFKD' : 'NFC')
    .replace(/\s/g, ' ');
  const steady = line.replace(UNSTEADY, '');
  return (ascii ? steady.replace(/[^ -~]/g, '') : steady).replace(/ +/g, ' ').trim();
}

/** Number of cells that a printable text takes on a terminal. */
export function widthOf(text: string): number {
  return toCells(text).length;
}

/** One element a cell: a wide character is followed by an empty one. */
export function toCells(text: string): string[] {
  return [...text].flatMap((char) => (WIDE.test(char) ? [char, ''] : [char]));
}

/** Cuts a printable text to so many cells, the last of which says that there was more. */
export function shorten(text: string, width: number, more = '…'): string {
  const cells = toCells(text);
  if (cells.length <= width) {
    return text;
  }

  if (width <= more.length) {
    return more.slice(0, Math.max(0, width));
  }

  const kept = cells.slice(0, width - more.length);
  // Half of a wide character is none.
  if (cells[kept.length] === '') {
    kept.pop();
  }

  return `${kept.join('').trimEnd()}${more}`;
}
