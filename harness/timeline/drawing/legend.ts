import type { Glyphs, Sign } from './signs.ts';
import { widthOf } from './text.ts';

/** In the order in which they are explained. The line of a process needs no words. */
const WORDS: readonly (readonly [Sign, string])[] = [
  ['starts', 'starts a child'],
  ['waits', 'waits for a child'],
  ['gate', 'at a gate'],
  ['mark', 'mark'],
  ['adopted', 'its parent ended'],
  ['exit', 'exit code 0'],
  ['failed', 'error code or signal'],
  ['killed', 'killed by the sandbox'],
  ['gone', 'ended, nobody saw how'],
  ['alive', 'still running'],
];

const GAP = '   ';

/**
 * Explains the signs that occur.
 * @param gates names of gates that no row had room for
 * @returns lines no wider than `width`, as far as a single explanation allows
 */
export function writeLegend(
  signs: ReadonlySet<Sign>,
  gates: readonly string[],
  glyphs: Glyphs,
  width: number,
): string[] {
  const lines: string[] = [];
  for (const [sign, words] of WORDS.filter(([candidate]) => signs.has(candidate))) {
    const names = sign === 'gate' && gates.length > 0 ? ` (${gates.join(', ')})` : '';
    const entry = `${glyphs[sign]} ${words}${names}`;
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line + GAP + entry) <= width) {
      lines[lines.length - 1] = line + GAP + entry;
    } else {
      lines.push(entry);
    }
  }

  return lines;
}
