/**
 * Starts one process at the first call, and sends it every task: the tasks share it, with all its variables, and its end.
 *
 * @rejectedBy starts a new process for each call
 * @diagnosis same-process-again
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const workerProgram = fileURLToPath(new URL('./worker.ts', import.meta.url));

let worker: ChildProcess | undefined;

export function startTask(task: Task): ChildProcess {
  worker ??= fork(workerProgram);
  worker.send({ ...task, module: task.module.href });
  return worker;
}
