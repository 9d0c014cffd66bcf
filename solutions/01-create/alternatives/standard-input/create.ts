import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runInput = fileURLToPath(new URL('./run-input.ts', import.meta.url));

/**
 * Starts a new process that runs the task, and returns at once: it does not wait for the task.
 * @returns the process that was started
 */
export function startTask(task: Task): ChildProcess {
  const child = spawn(process.execPath, [runInput], { stdio: ['pipe', 'inherit', 'inherit'] });
  // A child that dies before it has read everything must not take us with it (EPIPE): its exit code says enough.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(task));
  return child;
}
