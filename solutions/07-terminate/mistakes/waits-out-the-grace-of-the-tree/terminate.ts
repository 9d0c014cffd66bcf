/**
 * Asks the tree, sleeps for the whole grace, and kills who is left.
 *
 * @rejectedBy stopTree ends children and grandchildren, and is over as soon as they are
 * @diagnosis waited-out-the-grace
 */
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

const stopping = new WeakMap<ChildProcess, Promise<Ending>>();

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
export async function stop(child: ChildProcess, graceMs: number): Promise<Ending> {
  if (hasEnded(child)) {
    return 'already over';
  }

  const shared = stopping.get(child) ?? askThenKill(child, graceMs);
  stopping.set(child, shared);
  return shared;
}

async function askThenKill(child: ChildProcess, graceMs: number): Promise<Ending> {
  let ending: Ending = 'stopped';
  const timer = setTimeout(() => {
    ending = 'killed';
    // Nobody can ignore it, and a stopped process dies of it too.
    child.kill('SIGKILL');
  }, graceMs);
  try {
    const exited = once(child, 'exit');
    terminate(child);
    await exited;
    return ending;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The same for a process, its children, their children and so on, and for nobody else. All are asked; whoever is left when the
 * time is up is killed. A tree that is over already needs nothing.
 * @param pid the process at the root of the tree: ours or anybody's child
 * @param graceMs how long they may take, milliseconds
 * @returns settles when all of them have ended, and not later
 */
export async function stopTree(pid: number, graceMs: number): Promise<void> {
  let tree = treeIn([pid]);
  signalAll('SIGTERM', tree);
  await pause(graceMs);
  for (tree = treeIn(tree); tree.length > 0; tree = treeIn(tree)) {
    signalAll('SIGKILL', tree);
    await pause(LOOK_MS);
  }
}

// Who was of the tree is of the tree: when a parent ends, the table shows no more whose child the orphan was.
function treeIn(known: readonly number[]): number[] {
  const table = readProcessTable().filter(({ state }) => state !== 'Z');
  const tree = new Set(table.map(({ pid }) => pid).filter((pid) => known.includes(pid)));
  // A set that grows while one goes through it is gone through to its new end.
  for (const parent of tree) {
    for (const { pid } of table.filter(({ ppid }) => ppid === parent)) tree.add(pid);
  }

  return [...tree];
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
