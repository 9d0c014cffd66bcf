import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

export interface Stat {
  pid: number;
  name: string;
  state: string;
  ppid: number;
}

const ends: Promise<void>[] = [];

export function parseStat(line: string): Stat {
  const start = line.indexOf('(');
  const end = line.length - [...line].reverse().indexOf(')') - 1;
  const [, state = '', ppid] = line.slice(end + 1).split(' ');
  return { pid: Number(line.slice(0, start)), name: line.slice(start + 1, end), state, ppid: Number(ppid) };
}

/** Asks the program that is on every Unix, and whose process is over when it has answered. */
export function stateOf(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  // Behind the letter there may be signs for a session leader and the like.
  return stdout.trim()[0];
}

export function makeZombie(): number {
  const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  const { pid } = child;
  if (pid === undefined) {
    throw new Error('There is no cat.');
  }

  // Heard from the start: whoever reaps later finds a promise that is settled.
  ends.push(endOf(child));
  child.kill('SIGKILL');
  while (stateOf(pid) !== 'Z') {
    // To ask takes its time.
  }

  return pid;
}

export async function reap(): Promise<void> {
  await Promise.all(ends.splice(0));
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}
