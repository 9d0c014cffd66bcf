/**
 * Waits for the exit event of each child without asking whether it has come before.
 *
 * @rejectedBy reap is content when there is nothing left to reap
 * @diagnosis listened-too-late
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Stat {
  pid: number;
  name: string;
  state: string;
  ppid: number;
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));
const zombies = new Set<ChildProcess>();

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
  const child = spawn('true', { stdio: 'ignore' });
  const { pid = 0 } = child;
  zombies.add(child);
  while (stateOf(pid) !== 'Z') {
    Atomics.wait(sleeper, 0, 0, 1);
  }

  return pid;
}

export async function reap(): Promise<void> {
  for (const child of zombies) {
    await once(child, 'exit');
    zombies.delete(child);
  }
}
