/**
 * Sets `shell: true`, as many examples do. The list becomes a line, the shell takes the quotes out of the JSON, and the child
 * cannot read what is left.
 *
 * @rejectedBy runs the task in a process of its own, a child of the caller
 * @diagnosis task-never-ran
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  return spawn(process.execPath, [runTask, JSON.stringify(task)], { shell: true, stdio: 'inherit' });
}
