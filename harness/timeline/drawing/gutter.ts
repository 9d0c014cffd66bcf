import { paint } from './paint.ts';
import { shorten, toPrintable, widthOf } from './text.ts';

export interface GutterEntry {
  label: string;
  pid?: number;
}

export interface Gutter {
  /** Cells, with the gap before the time axis. */
  width: number;
  draw(entry: GutterEntry): string;
}

const GAP = 2;
/** Of the line; the rest is for time. */
const LARGEST_SHARE = 0.45;

/** Lays out what stands left of the time axis: labels, and pids as long as there is room for both. */
export function layGutter(
  entries: readonly GutterEntry[],
  width: number,
  options: { ascii: boolean; colour: boolean },
): Gutter {
  const limit = Math.floor(width * LARGEST_SHARE);
  const print = ({ label }: GutterEntry) => toPrintable(label, options.ascii);
  const labelWidth = Math.max(0, ...entries.map((entry) => widthOf(print(entry))));
  const pidWidth = Math.max(0, ...entries.map(({ pid }) => (pid === undefined ? 0 : `${pid}`.length)));
  const hasPids = pidWidth > 0 && labelWidth + GAP + pidWidth + GAP <= limit;
  const shownWidth = Math.max(0, Math.min(labelWidth, limit - GAP));

  return {
    width: shownWidth + GAP + (hasPids ? pidWidth + GAP : 0),
    draw(entry) {
      const label = shorten(print(entry), shownWidth, options.ascii ? '..' : '…');
      const pid = hasPids ? `${entry.pid ?? ''}`.padStart(pidWidth) + ' '.repeat(GAP) : '';
      return `${label}${' '.repeat(shownWidth - widthOf(label) + GAP)}${paint(pid, 'gray', options.colour)}`;
    },
  };
}
