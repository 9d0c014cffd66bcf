import type { ProcessEntry } from './entry.ts';

/** The columns of a listing, in the order that `parseRow` wants. All have a fixed form: no program can write into them. */
export const FIXED_COLUMNS = [
  ...['pid', 'ppid', 'pgid', 'state', 'time', 'lstart'],
  // POSIX has no session column, and that of macOS is always 0.
  ...(process.platform === 'linux' ? ['sess'] : []),
];

// As in `Mon Nov 23 05:45:57 2026`.
const LSTART_WORDS = 5;

/** What a row of `FIXED_COLUMNS` says. */
export type Row = Omit<ProcessEntry, 'name' | 'startTime'> & {
  /** Start time, in milliseconds since 1970. */
  startedAt: number;
};

/**
 * One row of the fixed columns.
 * @throws SyntaxError if it is not one
 */
export function parseRow(row: string): Row {
  const [pid, ppid, group, state = '', time = '', ...rest] = row.trim().split(/ +/);
  const started = rest.slice(0, LSTART_WORDS).join(' ');
  const session = rest[LSTART_WORDS];
  const entry = {
    pid: Number(pid),
    ppid: Number(ppid),
    group: Number(group),
    session: session === undefined ? undefined : Number(session),
    state: stateLetter(state),
    cpuMs: parseTime(time),
    startedAt: Date.parse(`${started} UTC`),
    identity: `${pid}@${started}`,
  };
  const numbers = [entry.pid, entry.ppid, entry.group, entry.session ?? 0, entry.cpuMs, entry.startedAt];
  if (!numbers.every(Number.isFinite)) {
    throw new SyntaxError(`Expected from ps a row of ${FIXED_COLUMNS.join(', ')}, and read '${row}'.`);
  }
  return entry;
}

/** Processor time, `[[days-]hours:]minutes:seconds[.hundredths]` as POSIX and BSD write it, in milliseconds. */
export function parseTime(text: string): number {
  const unitsMs = [1000, 60_000, 3_600_000, 86_400_000];
  const parts = text.split(/[-:]/).reverse();
  return Math.round(
    parts.reduce((sum, part, index) => sum + Number(part || Number.NaN) * (unitsMs[index] ?? Number.NaN), 0),
  );
}

/** The first letter of the `state` column, in the letters of Linux. */
function stateLetter(state: string): string {
  const letter = state.charAt(0);
  if (process.platform === 'linux') {
    return letter;
  }
  // BSD: I asleep for more than 20 seconds (on Linux, an idle thread of the kernel), U in uninterruptible sleep.
  return { I: 'S', U: 'D' }[letter] ?? letter;
}

/**
 * The output of `-o pid= -o <a text>=`: the texts by pid. Where ps does not escape line breaks (a name on macOS), a text
 * can hold what looks like another process's row. So where two rows claim one pid, its text is empty.
 * @param asked the pids that were asked for, if not all: a line that begins with none of them continues the text above it
 */
export function parseTexts(output: string, asked?: ReadonlySet<number>): Map<number, string> {
  const texts = new Map<number, string>();
  const claimedTwice = new Set<number>();
  let current: number | undefined;
  for (const line of output.split('\n')) {
    const [, digits, text = ''] = /^ *(\d+)(?: (.*))?$/s.exec(line) ?? [];
    const pid = Number(digits);
    if (digits !== undefined && (asked === undefined || asked.has(pid))) {
      if (texts.has(pid)) {
        claimedTwice.add(pid);
      }
      texts.set(pid, text);
      current = pid;
    } else if (current !== undefined) {
      texts.set(current, `${texts.get(current)}\n${line}`);
    }
  }

  for (const pid of claimedTwice) {
    texts.set(pid, '');
  }
  return texts;
}

/**
 * The value of a variable among those that `ps` writes beside the command line: after it on Linux and macOS, before it on FreeBSD.
 * @param withEnvironment command line and variables, with spaces between them
 * @param command the command line alone, so that an argument which looks like a variable is not taken for one
 */
export function findVariable(withEnvironment: string, command: string, name: string): string | undefined {
  // Values may hold spaces, so a variable goes on until the next thing that looks like one.
  const variables = removeCommand(withEnvironment, command).split(/\s(?=[^\s=]+=)/);
  return variables.find((variable) => variable.startsWith(`${name}=`))?.slice(name.length + 1);
}

function removeCommand(text: string, command: string): string {
  if (text.startsWith(command)) {
    return text.slice(command.length);
  }
  // Neither: the process changed its command line between the two calls.
  return text.endsWith(command) ? text.slice(0, text.length - command.length) : '';
}
