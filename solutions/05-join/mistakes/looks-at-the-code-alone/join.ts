/**
 * Takes a child for alive as long as it has no exit code. One that a signal has ended never gets one.
 *
 * @rejectedBy knows how a child ended long ago, as often as it is asked
 * @diagnosis listened-too-late
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

/** How a process ended: with an exit code, or by a signal. The other one is null. */
export interface Exit {
  code: number | null;
  signal: string | null;
}

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/** Waits until the child has ended, also if it has ended already. Rejects if it could not be started. */
export async function join(child: ChildProcess): Promise<Exit> {
  drain(child);
  if (!hasEnded(child)) {
    await once(child, 'exit');
  }

  return { code: child.exitCode, signal: child.signalCode };
}

/** Waits for the child, but no longer than `ms` milliseconds. True: it has ended. False: it lives on. */
export async function joinWithin(child: ChildProcess, ms: number): Promise<boolean> {
  drain(child);
  if (hasEnded(child)) {
    return true;
  }

  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), ms);
  try {
    await once(child, 'exit', { signal: giveUp.signal });
    return true;
  } catch (error) {
    if (giveUp.signal.aborted) {
      return false;
    }

    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Runs every task in a process of its own, all at the same time (`node run-task.ts <JSON of the task>`). */
export async function runAll(tasks: readonly Task[]): Promise<Exit[]> {
  const children = tasks.map(startTask);
  return Promise.all(children.map(join));
}

function startTask(task: Task): ChildProcess {
  return spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
}

// The events come once. A process that ended before anybody listened has left its status in these two fields.
function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null;
}

// A pipe holds 64 KiB. A child that writes more stands still until somebody reads, and would never end.
function drain(child: ChildProcess): void {
  child.stdout?.resume();
  child.stderr?.resume();
}
