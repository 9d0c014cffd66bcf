import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
/** Between the end of the channel and the adoption lies a millisecond, or a life, if the channel was closed on purpose. */
const LOOK_MS = 20;

/**
 * Starts the task in a child process that outlives this one: it goes on, and may print, however this process ends. It keeps
 * nobody waiting: a program that has nothing else to do ends at once (`node run-task.ts <JSON of the task>`).
 * @returns the pid of the task's process
 */
export function launch(task: Task): number {
  const child = fork(runTask, [JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
  child.unref();
  child.channel?.unref();
  return pidOf(child);
}

/**
 * Watches, in a child process, whether its parent still lives. When it has died, by whatever means, also if that was before this
 * call, `callback` is called, once. Watching alone does not keep the child up. It works in any child, however it was started.
 * @param parentPid the parent that this process was started by
 * @param callback is given the pid of the process that has adopted this one
 */
export function onOrphaned(parentPid: number, callback: (newParent: number) => void): void {
  const look = () => {
    if (process.ppid === parentPid) {
      setTimeout(look, LOOK_MS).unref();
    } else {
      callback(process.ppid);
    }
  };

  if (!process.connected || process.ppid !== parentPid) {
    look();
    return;
  }

  process.once('disconnect', look);
  // A listener for 'disconnect' keeps the process up, unless one says otherwise.
  process.channel?.unref();
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) {
    throw new Error(`Could not start ${process.execPath}`);
  }

  return pid;
}
