/**
 * Sends the task by message, and the child goes on listening for more: the open channel keeps it up for ever.
 *
 * @rejectedBy the process ends by itself when its task is done, with exit code 0
 * @diagnosis process-outlives-its-task
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runMessage = fileURLToPath(new URL('./run-message.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  const child = fork(runMessage);
  child.send({ ...task, module: task.module.href });
  return child;
}
