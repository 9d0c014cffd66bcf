import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { constants } from 'node:os';

export const whoAmI = () => ({ pid: process.pid, ppid: process.ppid });

export const isAlive = (child: ChildProcess) => exitCode(child) === null;

export function exitCode(child: ChildProcess): number | null {
  if (child.exitCode !== null) return child.exitCode;
  if (child.signalCode !== null) return -constants.signals[child.signalCode];
  return null;
}

/** Linux only. */
export async function childrenOf(pid: number): Promise<number[]> {
  const entries = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    entries.map((name) =>
      readFile(`/proc/${name}/stat`, 'utf8').then(
        (line) => fieldsOf(line).ppid,
        () => undefined,
      ),
    ),
  );
  return entries.filter((_, index) => parents[index] === pid).map(Number);
}

export function isRunning(pid: number): boolean {
  try {
    return fieldsOf(readFileSync(`/proc/${pid}/stat`, 'utf8')).state !== 'Z';
  } catch {
    return false;
  }
}

// The name stands in parentheses and may itself hold some: what follows begins behind the last one.
function fieldsOf(line: string): { state: string | undefined; ppid: number } {
  const [state, ppid] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { state, ppid: Number(ppid) };
}
