/**
 * Calls the function here. It looks like a child, and waits for nobody, but no process is started: a promise is not one.
 *
 * @rejectedBy runs the task in a process of its own, a child of the caller
 * @diagnosis ran-in-the-caller
 */
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Task } from './task.ts';

export function startTask(task: Task): ChildProcess {
  const child = new EventEmitter();
  run(task).then(
    () => child.emit('exit', 0),
    () => child.emit('exit', 1),
  );
  return child as ChildProcess;
}

async function run({ module, name, args = [] }: Task): Promise<void> {
  const exported = await import(module.href);
  await exported[name](...args);
}
