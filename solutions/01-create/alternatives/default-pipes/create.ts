import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Task } from './task.ts';

/**
 * Starts a new process that runs the task, and returns at once: it does not wait for the task.
 * @returns the process that was started
 */
export function startTask(task: Task): ChildProcess {
  // What the task prints comes to the caller by two pipes, which the caller has to read.
  return spawn(process.execPath, [path.join(import.meta.dirname, 'run-task.ts'), JSON.stringify(task)]);
}
