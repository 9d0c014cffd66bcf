import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { readProcessTable } from './process-table.ts';

/**
 * How a child came to its end. 'stopped': within the grace. 'killed': not within the grace, so it was killed. 'already over': it
 * had ended before.
 */
export type Ending = 'stopped' | 'killed' | 'already over';

/** How often the table is read while a tree ends, milliseconds. A pid is not given away again that soon. */
const LOOK_MS = 50;

/** Asks a child to end, with SIGTERM, and waits for nothing. A child that has ended already is sent no signal. */
export function terminate(child: ChildProcess): void {
  if (!hasEnded(child)) {
    child.kill('SIGTERM');
  }
}

/**
 * Asks a child to end, gives it time to put its things away, and kills it when the time is up. Whoever calls while a child is
 * being stopped shares that stop: the child is asked once, and all callers get the same answer.
 * @param graceMs how long the child may take, milliseconds
 * @returns settles when the child has ended, and not later
 */
export function stop(child: ChildProcess, graceMs: number): Promise<Ending> {
  if (hasEnded(child)) {
    return Promise.resolve('already over');
  }

  return remember(child, () => race(child, graceMs));
}

const stops = new Map<ChildProcess, Promise<Ending>>();

function remember(child: ChildProcess, begin: () => Promise<Ending>): Promise<Ending> {
  const known = stops.get(child);
  if (known !== undefined) {
    return known;
  }

  const begun = begin().finally(() => stops.delete(child));
  stops.set(child, begun);
  return begun;
}

async function race(child: ChildProcess, graceMs: number): Promise<Ending> {
  const over = new AbortController();
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  // One that is stopped shall hear of it too.
  child.kill('SIGCONT');
  const timeUp = pause(graceMs, 'time up', { signal: over.signal }).catch(() => 'over');
  const first = await Promise.race([exited, timeUp]);
  over.abort();
  if (first !== 'time up') {
    return 'stopped';
  }

  child.kill('SIGKILL');
  await exited;
  return 'killed';
}

/**
 * The same for a process, its children, their children and so on, and for nobody else. All are asked; whoever is left when the
 * time is up is killed. A tree that is over already needs nothing.
 * @param pid the process at the root of the tree: ours or anybody's child
 * @param graceMs how long they may take, milliseconds
 * @returns settles when all of them have ended, and not later
 */
export async function stopTree(pid: number, graceMs: number): Promise<void> {
  // Children before their parent: it may have to collect them, and it cannot lose them.
  const children = readProcessTable().filter(({ ppid }) => ppid === pid);
  await Promise.all(children.map((child) => stopTree(child.pid, graceMs)));
  await stopOne(pid, graceMs);
}

async function stopOne(pid: number, graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  for (let signal: NodeJS.Signals = 'SIGTERM'; isThere(pid); await pause(LOOK_MS)) {
    if (signal === 'SIGTERM' || Date.now() >= deadline) {
      signalAll(signal, [pid]);
      signal = 'SIGKILL';
    }
  }
}

function isThere(pid: number): boolean {
  return readProcessTable().some((entry) => entry.pid === pid && entry.state !== 'Z');
}

function signalAll(signal: NodeJS.Signals, pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // It has ended since we looked: all the better.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

// `child.killed` says that a signal was sent, not that it has worked.
function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
