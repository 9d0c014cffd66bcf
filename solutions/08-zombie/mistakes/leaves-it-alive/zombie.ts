/**
 * Returns a child that is alive and has a long time to live.
 *
 * @rejectedBy makeZombie gives the pid of a process that has ended and is still in the table
 * @diagnosis alive-not-a-zombie
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
  const child = spawn('sleep', ['1000'], { stdio: 'ignore' });
  zombies.add(child);
  return child.pid ?? 0;
}

export async function reap(): Promise<void> {
  for (const child of zombies) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }

    zombies.delete(child);
  }
}
