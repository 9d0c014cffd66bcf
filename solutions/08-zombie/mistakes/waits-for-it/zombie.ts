/**
 * Starts a child with a call that waits for it, and so reaps it.
 *
 * @rejectedBy makeZombie gives the pid of a process that has ended and is still in the table
 * @diagnosis reaped-too-soon
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Stat {
  pid: number;
  name: string;
  state: string;
  ppid: number;
}

export function parseStat(line: string): Stat {
  const nameEnd = line.lastIndexOf(')');
  const [state = '', ppid] = line.slice(nameEnd + 2).split(' ');
  return {
    pid: Number.parseInt(line, 10),
    name: line.slice(line.indexOf('(') + 1, nameEnd),
    state,
    ppid: Number(ppid),
  };
}

export function stateOf(pid: number): string | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8')).state;
  } catch {
    return undefined;
  }
}

export function makeZombie(): number {
  return spawnSync('true').pid;
}

export async function reap(): Promise<void> {}
