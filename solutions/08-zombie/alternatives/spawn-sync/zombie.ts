import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

export interface Stat {
  pid: number;
  name: string;
  state: string;
  ppid: number;
}

const made = new Set<number>();

export function parseStat(line: string): Stat {
  // Backwards: the line is fields without spaces, down to the last parenthesis.
  const head = line.slice(0, line.lastIndexOf(')'));
  const tail = line.slice(head.length + 1).trim();
  const fields = tail.split(/\s+/);
  return {
    pid: Number(head.slice(0, head.indexOf(' '))),
    name: head.slice(head.indexOf('(') + 1),
    state: fields[0] ?? '',
    ppid: Number(fields[1]),
  };
}

export function stateOf(pid: number): string | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }

  return parseStat(line).state;
}

export function makeZombie(): number {
  const { pid = 0 } = spawn('sh', ['-c', 'exit 3'], { stdio: 'ignore' });
  // It waits for its own child, and for no other of ours.
  do {
    spawnSync('sleep', ['0.01']);
  } while (stateOf(pid) !== 'Z');

  made.add(pid);
  return pid;
}

export async function reap(): Promise<void> {
  for (const pid of made) {
    while (stateOf(pid) === 'Z') {
      await turnOfTheLoop();
    }
  }

  made.clear();
}
