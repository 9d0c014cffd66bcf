/**
 * Kills the child when it says that its task is done. It ends by a signal, and looks like a process that somebody had to stop.
 *
 * @rejectedBy the process ends by itself when its task is done, with exit code 0
 * @diagnosis success-looks-like-failure
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runMessage = fileURLToPath(new URL('./run-message.ts', import.meta.url));

export function startTask(task: Task): ChildProcess {
  const child = fork(runMessage);
  child.send({ ...task, module: task.module.href });
  child.on('message', () => child.kill());
  return child;
}
