import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const thisFile = fileURLToPath(import.meta.url);

/**
 * Starts a new process that runs the task, and returns at once: it does not wait for the task.
 * @returns the process that was started
 */
export function startTask(task: Task): ChildProcess {
  return fork(thisFile, [JSON.stringify(task)]);
}

// Both sides in one file: here it is the program of a child. In the caller it is a module that is imported.
if (process.argv[1] === thisFile) {
  const { module, name, args = [] } = JSON.parse(process.argv[2] ?? '');
  const exported = await import(module);
  await exported[name](...args);
}
