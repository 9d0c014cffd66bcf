import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

// From where this file lies: a relative path would count from the directory in which the user stands.
const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

/**
 * Starts a new process that runs the task, and returns at once: it does not wait for the task.
 * @returns the process that was started
 */
export function startTask(task: Task): ChildProcess {
  // A list, not a line: no shell reads it, so each element arrives as it is. A process is given text and nothing else,
  // and JSON makes text of the arguments that the child can turn back into the same values.
  return spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
}
