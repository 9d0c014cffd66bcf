/**
 * Starts a thread. It runs beside the caller and has variables of its own, but it is a part of the same process: same pid.
 *
 * @rejectedBy runs the task in a process of its own, a child of the caller
 * @diagnosis ran-in-the-caller
 */
import type { ChildProcess } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import type { Task } from './task.ts';

export function startTask(task: Task): ChildProcess {
  const worker = new Worker(new URL('./run-task.ts', import.meta.url), { argv: [JSON.stringify(task)] });
  return worker as unknown as ChildProcess;
}
