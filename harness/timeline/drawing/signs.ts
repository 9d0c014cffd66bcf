/** What one cell of the picture can stand for. */
export type Sign =
  /** The process runs. */
  | 'run'
  | 'born'
  /** It starts a child. */
  | 'starts'
  /** It waits for a child. */
  | 'waits'
  | 'gate'
  | 'mark'
  | 'adopted'
  /** It ended with code 0. */
  | 'exit'
  /** It ended with another code, or by a signal. */
  | 'failed'
  | 'killed'
  /** It ended, and nobody saw how. */
  | 'gone'
  | 'alive';

export type Glyphs = Readonly<Record<Sign, string>>;

const UNICODE: Glyphs = {
  run: '─',
  born: '├',
  starts: '┬',
  waits: '╌',
  gate: '▒',
  mark: '●',
  adopted: '┊',
  exit: '┤',
  failed: '✗',
  killed: '✂',
  gone: '┘',
  alive: '▸',
};

const ASCII: Glyphs = {
  run: '-',
  born: '[',
  starts: '+',
  waits: '.',
  gate: '#',
  mark: 'o',
  adopted: ':',
  exit: ']',
  failed: 'x',
  killed: 'X',
  gone: '/',
  alive: '>',
};

/** The signs for a terminal that shows Unicode, or for any. */
export function glyphsFor(ascii: boolean): Glyphs {
  return ascii ? ASCII : UNICODE;
}
