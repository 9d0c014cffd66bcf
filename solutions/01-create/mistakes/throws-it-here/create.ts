/**
 * Throws when the child has failed. Nobody can catch what a listener throws: it ends the caller's process.
 *
 * @rejectedBy the caller lives on when a task throws
 * @diagnosis died-with-the-task
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  const child = spawn(process.execPath, [runTask, JSON.stringify(task)], { stdio: 'inherit' });
  child.on('exit', (code) => {
    if (code !== 0) {
      throw new Error(`${task.name} failed with exit code ${code}`);
    }
  });
  return child;
}
