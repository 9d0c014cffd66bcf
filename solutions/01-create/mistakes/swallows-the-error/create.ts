/**
 * The child's program catches the error and prints it. Its exit code then says that all went well.
 *
 * @rejectedBy a task that throws ends its process with a non-zero exit code and its error on stderr
 * @diagnosis failure-looks-like-success
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const call = fileURLToPath(new URL('./call.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  return fork(call, [JSON.stringify(task)]);
}
