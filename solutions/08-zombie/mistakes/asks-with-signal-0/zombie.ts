/**
 * Asks with signal 0 whether somebody has that pid. A zombie has: to this it is alive.
 *
 * @rejectedBy stateOf tells asleep, stopped, zombie and gone apart
 * @diagnosis state-not-from-the-table
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

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
    return process.kill(pid, 0) ? 'S' : 'Z';
  } catch {
    return undefined;
  }
}

export function makeZombie(): number {
  const child = spawn('true', { stdio: 'ignore' });
  const { pid = 0 } = child;
  zombies.add(child);
  Atomics.wait(sleeper, 0, 0, 100);

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
