/**
 * Answers from the exit codes of its own children. They are set in a turn of the event loop, and only by the end.
 *
 * @rejectedBy stateOf tells asleep, stopped, zombie and gone apart
 * @diagnosis state-not-from-the-table
 */
import { type ChildProcess, spawn } from 'node:child_process';

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
  const child = [...zombies].find((one) => one.pid === pid);
  if (child === undefined) {
    return undefined;
  }

  return child.exitCode === null ? 'S' : 'Z';
}

export function makeZombie(): number {
  const child = spawn('true', { stdio: 'ignore' });
  const { pid = 0 } = child;
  zombies.add(child);
  Atomics.wait(sleeper, 0, 0, 100);

  return pid;
}

export async function reap(): Promise<void> {
  while ([...zombies].some(({ pid = 0 }) => stateOf(pid) === 'S')) {
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
