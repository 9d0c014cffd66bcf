/** Maps times to the columns of a picture. */
export interface Scale {
  /** Number of columns. */
  width: number;
  /** The column of a time; times outside of the picture fall on its first or last column. */
  column(at: number): number;
}

export function makeScale(from: number, to: number, width: number): Scale {
  const last = Math.max(0, width - 1);
  const span = to - from;
  return {
    width,
    column: (at) => (span > 0 ? Math.round(Math.min(1, Math.max(0, (at - from) / span)) * last) : 0),
  };
}

/** A span for a reader: `0.4 ms`, `212 ms`, `2.1 s`, `75 s`. */
export function formatSpan(ms: number): string {
  if (ms < 10) {
    return `${Number(ms.toFixed(1))} ms`;
  }

  if (ms < 999.5) {
    return `${Math.round(ms)} ms`;
  }

  return ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}

/** The line below the rows: 0 on the left, the whole span on the right. */
export function drawScale(span: number, width: number): string {
  const end = formatSpan(span);
  return span > 0 ? `0${end.padStart(Math.max(end.length + 1, width - 1))}` : '0 ms';
}
