import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runMessage = fileURLToPath(new URL('./run-message.ts', import.meta.url));

/**
 * Starts a new process that runs the task, and returns at once: it does not wait for the task.
 * @returns the process that was started
 */
export function startTask(task: Task): ChildProcess {
  const child = fork(runMessage);
  // The pipe keeps the message until the child is there to read it. A URL crosses as its text.
  child.send({ ...task, module: task.module.href });
  return child;
}
