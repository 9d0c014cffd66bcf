/**
 * Keeps the terminal tidy with stdio 'ignore'. What the task prints goes to /dev/null, and the reason why it failed with it.
 *
 * @rejectedBy a task that throws ends its process with a non-zero exit code and its error on stderr
 * @diagnosis error-not-on-stderr
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  return spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'ignore' });
}
