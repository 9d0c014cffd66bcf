/**
 * Takes the end of the channel for the death of the parent. A parent may close it and live on.
 *
 * @rejectedBy is not deceived by a parent that closes its channels and lives, and watches on
 * @diagnosis closed-channel-taken-for-death
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

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
  if (process.ppid !== parentPid) {
    callback(process.ppid);
    return;
  }

  process.once('disconnect', () => callback(process.ppid));
  process.channel?.unref();
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) {
    throw new Error(`Could not start ${process.execPath}`);
  }

  return pid;
}
