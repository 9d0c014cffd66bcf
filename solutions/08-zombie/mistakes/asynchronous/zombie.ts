/**
 * Waits for the end of the child in turns of the event loop: each of them may reap it.
 *
 * @rejectedBy makeZombie gives the pid of a process that has ended and is still in the table
 * @diagnosis no-pid-given
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

export async function makeZombie(): Promise<number> {
  const child = spawn('true', { stdio: 'ignore' });
  const { pid = 0 } = child;
  zombies.add(child);
  while (stateOf(pid) !== 'Z' && child.exitCode === null) {
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
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
