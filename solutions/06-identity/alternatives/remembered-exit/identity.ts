import { type ChildProcess, execSync } from 'node:child_process';
import { constants } from 'node:os';

export class Identity {
  get pid(): number {
    return process.pid;
  }

  get ppid(): number {
    return process.ppid;
  }
}

export function whoAmI(): { pid: number; ppid: number } {
  const { pid, ppid } = new Identity();
  return { pid, ppid };
}

// What a child's end was, once it has been seen: it never changes again.
const ends = new WeakMap<ChildProcess, number>();

export function exitCode(child: ChildProcess): number | null {
  const known = ends.get(child);
  if (known !== undefined) {
    return known;
  }

  const end = child.signalCode ? -constants.signals[child.signalCode] : child.exitCode;
  if (end !== null) {
    ends.set(child, end);
  }

  return end;
}

export function isAlive(child: ChildProcess): boolean {
  return exitCode(child) === null;
}

/** Here the helper of ours is a shell, and ps is the shell's: it tells its own pid behind the list. */
export async function childrenOf(pid: number): Promise<number[]> {
  const rows = execSync('ps -A -o pid=,ppid=; echo "helper $$"', { encoding: 'utf8' }).trim().split('\n');
  const helper = Number(rows.pop()?.split(' ')[1]);
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([child = 0, parent]) => (parent === pid && child !== helper ? [child] : []));
}

export function isRunning(pid: number): boolean {
  const rows = execSync('ps -A -o pid=,state=', { encoding: 'utf8' }).split('\n');
  return rows.some((row) => new RegExp(`^\\s*${pid}\\s+[^Z]`).test(row));
}
