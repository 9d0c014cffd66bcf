/**
 * Puts the call that waits into a process of its own, so that the caller need not wait. The child that it gives back is that
 * process; the task runs in a child of the child.
 *
 * @rejectedBy gives back the process that runs the task
 * @diagnosis returned-something-else
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const launcher = fileURLToPath(new URL('./launcher.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  return fork(launcher, [JSON.stringify(task)]);
}
