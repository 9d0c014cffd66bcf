/**
 * Lets a shell start the task in its background, with `&`. The shell ends at once, and the task is nobody's child any more.
 *
 * @rejectedBy runs the task in a process of its own, a child of the caller
 * @diagnosis not-our-child
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  const words = [process.execPath, runTask, JSON.stringify(task)];
  return spawn('sh', ['-c', '"$0" "$@" &', ...words], { stdio: 'inherit' });
}
