/**
 * A listener for 'disconnect' keeps a process up as long as the channel is open: a child whose work is done does not
 * end.
 *
 * @rejectedBy a child that has nothing to do but to watch ends
 * @diagnosis kept-up-by-its-watch
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const LOOK_MS = 20;

/**
 * Starts the task in a child process that outlives this one: it goes on, and may print, however this process ends. It keeps
 * nobody waiting: a program that has nothing else to do ends at once (`node run-task.ts <JSON of the task>`).
 * @returns the pid of the task's process
 */
export function launch(task: Task): number {
  const child = spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'ignore', detached: true });
  child.unref();
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

  if (process.connected) {
    process.once('disconnect', look);
  } else {
    look();
  }
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) {
    throw new Error(`Could not start ${process.execPath}`);
  }

  return pid;
}
