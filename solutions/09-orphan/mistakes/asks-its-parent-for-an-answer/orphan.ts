/**
 * Asks the parent whether it lives, and waits half a minute for the answer. A parent whose event loop is blocked lives,
 * and does not answer.
 *
 * @rejectedBy is not deceived by a parent whose event loop is blocked
 * @diagnosis silence-taken-for-death
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const ASK_MS = 1000;
const PATIENCE_MS = 30 * ASK_MS;

/**
 * Starts the task in a child process that outlives this one: it goes on, and may print, however this process ends. It keeps
 * nobody waiting: a program that has nothing else to do ends at once (`node run-task.ts <JSON of the task>`).
 * @returns the pid of the task's process
 */
export function launch(task: Task): number {
  const child = fork(runTask, [JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
  child.on('message', (question) => child.send(question, () => {}));
  child.unref();
  child.channel?.unref();
  return pidOf(child);
}

/**
 * Watches, in a child process, whether its parent still lives. When it has died, by whatever means, also if that was before this
 * call, `callback` is called, once. Watching alone does not keep the child up. It works in any child, however it was started.
 * @param parentPid the parent that this process was started by
 * @param callback is given the pid of the process that has adopted this one
 */
export function onOrphaned(parentPid: number, callback: (newParent: number) => void): void {
  // From the first answer on: before it the parent may not know yet that it is asked.
  let patience: NodeJS.Timeout | undefined;
  const ask = setInterval(() => process.send?.('do you live?', () => {}), ASK_MS).unref();
  const conclude = () => {
    clearInterval(ask);
    clearInterval(look);
    clearTimeout(patience);
    callback(process.ppid);
  };
  const look = setInterval(() => {
    if (process.ppid !== parentPid) {
      conclude();
    }
  }, ASK_MS).unref();

  process.on('message', () => {
    clearTimeout(patience);
    patience = setTimeout(conclude, PATIENCE_MS).unref();
  });
  process.channel?.unref();
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) {
    throw new Error(`Could not start ${process.execPath}`);
  }

  return pid;
}
