/**
 * Puts 0 where there is no exit code yet: a child that runs looks as if it had done well.
 *
 * @rejectedBy exitCode is null while the child runs
 * @diagnosis has-a-code-while-it-runs
 */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';

/** The pid of this process, and that of the process that is its parent now. */
export function whoAmI(): { pid: number; ppid: number } {
  // Both are asked of the operating system anew: a parent can end, and then another process takes its place.
  return { pid: process.pid, ppid: process.ppid };
}

/** Whether a child that was started has not ended yet, as far as we have been told. */
export function isAlive(child: ChildProcess): boolean {
  return exitCode(child) === null;
}

/** Null while the child runs; then its exit code, or minus the number of the signal that ended it (-15 for SIGTERM). */
export function exitCode(child: ChildProcess): number | null {
  return child.signalCode === null ? (child.exitCode ?? 0) : -constants.signals[child.signalCode];
}

/** The pids of the children of any process, in any order: not of their children, and of nobody that was started to find out. */
export async function childrenOf(pid: number): Promise<number[]> {
  return readTable()
    .filter(({ ppid }) => ppid === pid)
    .map((child) => child.pid);
}

/** Whether a process with that pid runs, whoever's it is. One that has ended does not, though its parent may not know yet. */
export function isRunning(pid: number): boolean {
  const state = readTable().find((entry) => entry.pid === pid)?.state;
  // A zombie is only a line in the table. A process that is stopped (T) is one that can go on.
  return state !== undefined && state !== 'Z';
}

interface Entry {
  pid: number;
  ppid: number;
  /** R running, S sleeping, T stopped, Z zombie, ... */
  state: string;
}

/** The operating system's table of all processes, whoever's they are: to look takes no permission, to send a signal does. */
function readTable(): Entry[] {
  return existsSync('/proc/self/status') ? readProc() : readPs();
}

/** Linux shows its table as files. */
function readProc(): Entry[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .flatMap((pid) => {
      try {
        // Unlike /proc/PID/stat, a line for each field: the name of a program cannot be taken for another one.
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const [, state = ''] = /^State:\t(\w)/m.exec(status) ?? [];
        const [, ppid] = /^PPid:\t(\d+)/m.exec(status) ?? [];
        return { pid, ppid: Number(ppid), state };
      } catch {
        // It ended between the two looks.
        return [];
      }
    });
}

/** Any other system has ps. */
function readPs(): Entry[] {
  const { stdout, pid: helper } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,state='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, ppid, state = '']) => ({ pid: Number(pid), ppid: Number(ppid), state: state.slice(0, 1) }))
    .filter(({ pid }) => pid > 0 && pid !== helper);
}
