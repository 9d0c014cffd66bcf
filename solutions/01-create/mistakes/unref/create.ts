/**
 * Calls unref() so that the caller goes on. It would have gone on anyway; now it does not stay until the child has ended either.
 *
 * @rejectedBy the process ends by itself when its task is done, with exit code 0
 * @diagnosis end-not-told
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  const child = spawn(process.execPath, [runTask, JSON.stringify(task)], { detached: true, stdio: 'inherit' });
  child.unref();
  return child;
}
