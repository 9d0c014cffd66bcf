import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/** How often a child looks who its parent is, milliseconds: getppid(2) costs next to nothing. */
const LOOK_MS = 100;

/**
 * Starts the task in a child process that outlives this one: it goes on, and may print, however this process ends. It keeps
 * nobody waiting: a program that has nothing else to do ends at once (`node run-task.ts <JSON of the task>`).
 * @returns the pid of the task's process
 */
export function launch(task: Task): number {
  const child = spawn(process.execPath, [runTask, JSON.stringify(task)], {
    // A pipe of ours, or the terminal, would break when we are gone, and who writes to a broken pipe dies of it.
    stdio: 'ignore',
    // A session of its own: closing the terminal or Ctrl-C there is meant for us (setsid(2)).
    detached: true,
  });
  if (child.pid === undefined) {
    throw new Error(`Could not start ${process.execPath}`);
  }

  child.unref();
  return child.pid;
}

/**
 * Watches, in a child process, whether its parent still lives. When it has died, by whatever means, also if that was before this
 * call, `callback` is called, once. Watching alone does not keep the child up. It works in any child, however it was started.
 * @param parentPid the parent that this process was started by
 * @param callback is given the pid of the process that has adopted this one
 */
export function onOrphaned(parentPid: number, callback: (newParent: number) => void): void {
  const timer = setInterval(() => {
    // Asks the operating system each time. Only the parent's death changes the answer, and it changes it once and for all.
    const parent = process.ppid;
    if (parent !== parentPid) {
      clearInterval(timer);
      callback(parent);
    }
  }, LOOK_MS);
  timer.unref();
}
