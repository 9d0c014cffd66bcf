/**
 * The child's program calls the function and ends. A function that is asynchronous has only begun its work by then.
 *
 * @rejectedBy the process ends by itself when its task is done, with exit code 0
 * @diagnosis ended-before-its-task
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const call = fileURLToPath(new URL('./call.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  return fork(call, [JSON.stringify(task)]);
}
