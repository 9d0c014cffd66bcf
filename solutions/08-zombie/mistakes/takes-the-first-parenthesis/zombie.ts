/**
 * Takes the first closing parenthesis for the end of the name.
 *
 * @rejectedBy parseStat is right also when the name has parentheses in it
 * @diagnosis cut-at-the-first-parenthesis
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
  const [, pid, name = '', state = '', ppid] = /^(\d+) \((.*?)\) (\S) (\d+)/.exec(line) ?? [];
  return { pid: Number(pid), name, state, ppid: Number(ppid) };
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
    if (child.exitCode === null && child.signalCode === null) {
      await once(child, 'exit');
    }

    zombies.delete(child);
  }
}
