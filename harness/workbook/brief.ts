/** What the workbook reads out of a kata's README.md. */
export interface Brief {
  /** From the first line, `# 05 · join: wait for what you started`; absent when the line has another shape. */
  heading: { number: number; name: string; title: string } | undefined;
  /**
   * The diagnoses named on lines that begin with `The untouched stub fails with`, in square brackets and code quotes.
   * A whole brief names exactly one.
   */
  firstFailures: string[];
  lines: number;
}

/** A brief is read at one go, beside the stub: about one screen. */
export const LONGEST_BRIEF_LINES = 60;

const HEADING = /^# (\d+) · ([a-z0-9-]+): (\S.*)$/;
const DIAGNOSIS = /`\[([a-z0-9]+(?:-[a-z0-9]+)*)\]`/g;

/** Reads a brief; what it lacks is absent, or empty, in the answer. */
export function parseBrief(text: string): Brief {
  const lines = text.trimEnd().split(/\r?\n/);
  const [, number, name, title] = HEADING.exec(lines[0] ?? '') ?? [];
  const failures = lines.filter((line) => line.startsWith('The untouched stub fails with'));
  return {
    heading: number && name && title ? { number: Number(number), name, title: title.trim() } : undefined,
    firstFailures: failures.flatMap((line) => [...line.matchAll(DIAGNOSIS)].map(([, diagnosis]) => diagnosis ?? '')),
    lines: lines.length,
  };
}
