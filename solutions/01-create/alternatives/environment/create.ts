import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runVariable = fileURLToPath(new URL('./run-variable.ts', import.meta.url));

/**
 * Starts a new process that runs the task, and returns at once: it does not wait for the task.
 * @returns the process that was started
 */
export function startTask(task: Task): ChildProcess {
  // `env` takes the place of the whole environment: what the child inherits otherwise must be named.
  const env = { ...process.env, TASK: JSON.stringify(task) };
  return spawn(process.execPath, [runVariable], { env, stdio: 'inherit' });
}
