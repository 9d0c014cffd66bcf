import { monotonicNow } from './clock.ts';
import type { ProcessDetails, ProcessEntry, ProcessTable } from './entry.ts';
import { readWorkingDirectories } from './lsof.ts';
import { FIXED_COLUMNS, findVariable, parseRow, parseTexts } from './ps-output.ts';
import { runSystemProgram, SystemProgramError } from './system-program.ts';

// procps takes the option without a dash, as BSD once had it; macOS has it under a name of its own.
const ENVIRONMENT_OPTIONS: Readonly<Record<string, string>> = { linux: 'e', darwin: '-E' };

/**
 * The process table as `ps(1)` gives it, for systems without procfs: macOS, BSD. Each listing starts two programs, each
 * closer look four (`lsof(8)` among them, if it is installed), which do not show in the listings.
 *
 * What ps cannot say:
 * - Start times are whole seconds, and two processes that had the same pid within one second are one to it.
 * - Arguments are not kept apart, and what is not printable ASCII is replaced: by `?`, `.` or a space on Linux, in the notation of
 *   `vis(3)` on BSD and macOS. A process without a command line has its name there, in brackets, or `?`.
 * - A variable's value seems to end where a space is followed by something with `=`. macOS shows no variables of its own programs
 *   (`/bin/sleep`, `/bin/sh`).
 *
 * Start times are converted with an offset measured here, once: if somebody sets the clock later, those of processes
 * started after that are wrong by as much.
 */
export function psTable(): ProcessTable {
  const monotonicTimeOf1970 = monotonicNow() - Date.now();
  return {
    source: 'ps',
    list: () => list(monotonicTimeOf1970),
    inspect,
  };
}

async function list(monotonicTimeOf1970: number): Promise<ProcessEntry[]> {
  const listing = await ps(['-A'], FIXED_COLUMNS);
  const rows = listing.split('\n').filter(Boolean).map(parseRow);
  // An empty listing must never pass for 'nothing is left running'.
  if (!rows.some(({ pid }) => pid === process.pid)) {
    throw new SystemProgramError(
      'failed',
      'Expected from ps every process, but the one that asked (this one) is missing.',
    );
  }

  // Of the two programs that this starts, one at a time, each is in one listing only: so neither is in the answer.
  const names = await readTexts(['-A'], 'ucomm');
  return rows.flatMap(({ startedAt, ...row }) => {
    const name = names.get(row.pid);
    return name === undefined ? [] : { ...row, name: unpad(name), startTime: startedAt + monotonicTimeOf1970 };
  });
}

async function inspect(pids: readonly number[], tokenName: string): Promise<Map<number, ProcessDetails>> {
  if (pids.length === 0) {
    return new Map();
  }

  const asked = new Set(pids);
  const environmentOption = ENVIRONMENT_OPTIONS[process.platform] ?? '-e';
  const selection = ['-p', pids.join(',')];
  const commands = await readTexts(selection, 'command', asked);
  const withEnvironment = await readTexts([environmentOption, ...selection], 'command', asked);
  const directories = await readWorkingDirectories(pids);
  // Last: a process that went while it was read must not look like one that has no command line.
  const states = await readTexts(selection, 'state', asked);

  const details = new Map<number, ProcessDetails>();
  for (const [pid, state] of states) {
    const command = commands.get(pid);
    if (command === undefined || state.startsWith('Z')) {
      details.set(pid, { command: [], cwd: undefined, token: undefined });
    } else {
      const token = findVariable(withEnvironment.get(pid) ?? '', command, tokenName);
      details.set(pid, { command: [command], cwd: directories.get(pid), token });
    }
  }
  return details;
}

// Texts that a process chooses come alone in their call, after its pid: whatever they hold, the fixed columns are safe.
async function readTexts(selection: readonly string[], column: string, asked?: ReadonlySet<number>) {
  return parseTexts(await ps(selection, ['pid', column]), asked);
}

// procps does not pad the last column, so spaces at the end are the name's own there. BSD and macOS pad it.
function unpad(name: string): string {
  return process.platform === 'linux' ? name : name.trimEnd();
}

async function ps(selection: readonly string[], columns: readonly string[]): Promise<string> {
  // `=` leaves the header out. POSIX takes all that follows it for a header, so each column needs a -o of its own.
  const format = columns.flatMap((column) => ['-o', `${column}=`]);
  // -ww: never cut a line.
  const { stdout, stderr, exitCode } = await runSystemProgram('ps', [...selection, '-ww', ...format]);
  const foundNobody = exitCode === 1 && stdout === '' && stderr === '';
  if (exitCode !== 0 && !foundNobody) {
    throw new SystemProgramError('failed', `Expected a listing from ps, but it said: ${stderr}`);
  }
  return stdout;
}
