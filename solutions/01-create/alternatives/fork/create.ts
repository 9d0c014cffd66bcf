import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/**
 * Starts a new process that runs the task, and returns at once: it does not wait for the task.
 * @returns the process that was started
 */
export function startTask(task: Task): ChildProcess {
  // fork() is spawn() of another Node, with our stdio and a channel for messages, which this answer does not need.
  return fork(runTask, [JSON.stringify(task)]);
}
