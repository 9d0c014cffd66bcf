/**
 * Has a shell for the parent of each zombie, and remembers only the last one: the others never end.
 *
 * @rejectedBy makes ten zombies, and reaps them all
 * @diagnosis some-not-reaped
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Stat {
  pid: number;
  name: string;
  state: string;
  ppid: number;
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));
let last: { pid: number; parent: ChildProcess } | undefined;

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

/** A shell that starts one child, tells its pid, and becomes a program that knows of no child. */
const NEVER_WAITS = 'sleep 1000 & echo $!; exec sleep 1001';

export function makeZombie(): number {
  const file = join(mkdtempSync(join(tmpdir(), 'zombie-')), 'pid');
  const parent = spawn('sh', ['-c', NEVER_WAITS], { stdio: ['ignore', openSync(file, 'w'), 'ignore'] });
  standStillUntil(() => readFileSync(file, 'utf8').endsWith('\n'));
  const pid = Number(readFileSync(file, 'utf8'));
  // A shell might still collect the child: it must have become the other program first.
  standStillUntil(() => commandOf(parent.pid ?? 0).startsWith('sleep'));
  process.kill(pid, 'SIGKILL');
  standStillUntil(() => stateOf(pid) === 'Z');
  last = { pid, parent };

  return pid;
}

function standStillUntil(isSo: () => boolean): void {
  while (!isSo()) {
    Atomics.wait(sleeper, 0, 0, 2);
  }
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}

export async function reap(): Promise<void> {
  last?.parent.kill('SIGKILL');
  while (last !== undefined && stateOf(last.pid) !== undefined) {
    await pause(2);
  }

  last = undefined;
}
