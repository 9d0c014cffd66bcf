import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';

/** One line of the process table, as far as we need it. */
export interface Stat {
  pid: number;
  /** The program's short name. It may hold spaces and parentheses. */
  name: string;
  /** One letter: R running, S sleeping, T stopped, Z zombie, and some others. */
  state: string;
  /** The parent's pid. */
  ppid: number;
}

/** Between two looks at the table, milliseconds: `true` has ended after one or two. */
const LOOK_MS = 1;

/** What nobody ever wakes. */
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** The children of ours that have ended, or soon will, and may not have been collected yet. */
const zombies = new Set<ChildProcess>();

/**
 * Reads a line of the process table.
 * @param line what stands in `/proc/PID/stat` (`proc_pid_stat(5)`), e.g. `4711 (node) S 4710 4711 4700 34816 4711 ...`
 */
export function parseStat(line: string): Stat {
  // The name may hold anything, parentheses too. Behind it stand letters and numbers: so the last parenthesis ends it.
  const nameStart = line.indexOf('(') + 1;
  const nameEnd = line.lastIndexOf(')');
  const [state = '', ppid] = line.slice(nameEnd + 2).split(' ');
  return { pid: Number.parseInt(line, 10), name: line.slice(nameStart, nameEnd), state, ppid: Number(ppid) };
}

/**
 * What state a process is in now, whoever started it.
 * @returns its letter; undefined when there is no process of that pid
 */
export function stateOf(pid: number): string | undefined {
  if (!existsSync('/proc/self/stat')) {
    return stateByPs(pid);
  }

  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8')).state;
  } catch (error) {
    // ENOENT: it was gone before the file was opened. ESRCH: it went before the file was read.
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ESRCH'].includes(code)) {
      return undefined;
    }

    throw error;
  }
}

/**
 * Makes a zombie, and returns when it is one. It stays one at least until our event loop turns.
 * @returns its pid
 */
export function makeZombie(): number {
  const child = spawn('true', { stdio: 'ignore' });
  const { pid } = child;
  if (pid === undefined) {
    throw new Error('Could not start the program `true`.');
  }

  zombies.add(child);
  // We stand still: in a turn of the event loop Node would collect the child's status.
  while (stateOf(pid) !== 'Z') {
    Atomics.wait(sleeper, 0, 0, LOOK_MS);
  }

  return pid;
}

/** Has every zombie taken out of the table that `makeZombie` has made: when this is over, none of them is there. */
export async function reap(): Promise<void> {
  for (const child of zombies) {
    // The event is the news that Node has collected the status; one that came before has left it in the fields.
    if (child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }

    zombies.delete(child);
  }
}

// Where there is no /proc (macOS).
function stateByPs(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'state=', '-p', `${pid}`], { encoding: 'utf8' });
  return stdout.trim().at(0);
}
