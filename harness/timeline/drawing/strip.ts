import type { Sign } from './signs.ts';
import { toCells } from './text.ts';

export interface Cell {
  /** What it stands for, or what the text in it speaks of; absent where there is nothing. */
  sign?: Sign;
  /** A character of a text (empty behind a wide one); absent where the sign itself is shown. */
  text?: string;
}

/** What a text may be written upon: signs that stretch over many cells, so that nothing is lost, or nothing at all. */
export type Ground = ReadonlySet<'run' | 'waits' | 'gate' | 'nothing'>;

/** The row of one process: a cell for each column of the time axis. */
export class Strip {
  readonly cells: Cell[];

  constructor(width: number) {
    this.cells = Array.from({ length: width }, () => ({}));
  }

  /** Puts a sign into each of these columns; those outside of the picture are left out. */
  putAll(columns: readonly number[], sign: Sign): void {
    for (const column of columns.filter((one) => one >= 0 && one < this.cells.length)) {
      this.cells[column] = { sign };
    }
  }

  /** Puts a sign into every cell from `from` up to, not including, `to`. */
  fill({ from, to }: { from: number; to: number }, sign: Sign): void {
    this.putAll(
      Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index),
      sign,
    );
  }

  /** Whether the cells from `from` up to, not including, `to` exist, hold no text yet, and lie on that ground. */
  isFree(from: number, to: number, ground: Ground): boolean {
    const allowed: ReadonlySet<string> = ground;
    const cells = this.cells.slice(Math.max(0, from), to);
    return (
      from >= 0 &&
      to <= this.cells.length &&
      cells.every(({ sign = 'nothing', text }) => text === undefined && allowed.has(sign))
    );
  }

  /** Writes a text over whatever is there. */
  write(column: number, text: string, about: Sign): void {
    for (const [index, char] of toCells(text).entries()) {
      if (column + index < this.cells.length) {
        this.cells[column + index] = { sign: about, text: char };
      }
    }
  }

  /** Signs that can be seen. */
  signs(): Set<Sign> {
    return new Set(this.cells.flatMap(({ sign, text }) => (sign === undefined || text !== undefined ? [] : [sign])));
  }
}
