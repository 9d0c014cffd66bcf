import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const LOOK_MS = 1000;

/**
 * Starts the task in a child process that outlives this one: it goes on, and may print, however this process ends. It keeps
 * nobody waiting: a program that has nothing else to do ends at once (`node run-task.ts <JSON of the task>`).
 * @returns the pid of the task's process
 */
export function launch(task: Task): number {
  const log = openSync(join(tmpdir(), 'tasks.log'), 'a');
  const child = spawn('nohup', [process.execPath, runTask, JSON.stringify(task)], { stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  if (child.pid === undefined) {
    throw new Error('Could not start nohup');
  }

  return child.pid;
}

/**
 * Watches, in a child process, whether its parent still lives. When it has died, by whatever means, also if that was before this
 * call, `callback` is called, once. Watching alone does not keep the child up. It works in any child, however it was started.
 * @param parentPid the parent that this process was started by
 * @param callback is given the pid of the process that has adopted this one
 */
export function onOrphaned(parentPid: number, callback: (newParent: number) => void): void {
  void waitForAdoption(parentPid).then(callback);
}

async function waitForAdoption(parentPid: number): Promise<number> {
  for await (const _ of every(LOOK_MS, undefined, { ref: false })) {
    if (process.ppid !== parentPid) {
      break;
    }
  }

  return process.ppid;
}
