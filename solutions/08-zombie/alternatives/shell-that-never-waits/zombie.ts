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
/** The parent of each zombie, which is not ourselves: our event loop may turn. */
const parents = new Map<number, ChildProcess>();

export function parseStat(line: string): Stat {
  const [, pid, name = '', state = '', ppid] = /^(\d+) \((.*)\) (\S) (\d+)/s.exec(line) ?? [];
  return { pid: Number(pid), name, state, ppid: Number(ppid) };
}

export function stateOf(pid: number): string | undefined {
  try {
    // The file for people, which has a line for each field (proc_pid_status(5)).
    return /^State:\t(\S)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
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
  parents.set(pid, parent);

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
  // Their end hands the zombies to an adopter, who may take his time.
  for (const parent of parents.values()) {
    parent.kill('SIGKILL');
  }

  for (const pid of parents.keys()) {
    while (stateOf(pid) !== undefined) {
      await pause(2);
    }

    parents.delete(pid);
  }
}
