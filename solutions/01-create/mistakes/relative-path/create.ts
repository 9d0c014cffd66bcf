/**
 * Names the child's program by a relative path. That counts from the directory in which the user stands, not from this file.
 *
 * @rejectedBy runs the task in a process of its own, a child of the caller
 * @diagnosis program-not-found
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { Task } from './task.ts';

export function startTask(task: Task): ChildProcess {
  return fork('./run-task.ts', [JSON.stringify(task)]);
}
