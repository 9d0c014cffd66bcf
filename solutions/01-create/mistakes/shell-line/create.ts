/**
 * Writes a line for the shell. The quotes around the JSON hold until the first quote inside it.
 *
 * @rejectedBy hands over text letter for letter
 * @diagnosis read-by-a-shell
 */
import { type ChildProcess, exec } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  return exec(`"${process.execPath}" "${runTask}" '${JSON.stringify(task)}'`);
}
