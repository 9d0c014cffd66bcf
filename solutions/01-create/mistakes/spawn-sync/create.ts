/**
 * Starts the right process with the call that waits for its end: the caller stands still as long as the task works.
 *
 * @rejectedBy returns while the task is still at work
 * @diagnosis waited-for-the-task
 */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  const result = spawnSync(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
  return result as unknown as ChildProcess;
}
