import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
/** File descriptor of the pipe in the child. */
const LIFELINE = 3;
/** Tells a child whose pipe it is; those that it starts itself inherit the variable, but have another parent. */
const HOLDER = 'LIFELINE_HELD_BY';
const LOOK_MS = 20;

/**
 * Starts the task in a child process that outlives this one: it goes on, and may print, however this process ends. It keeps
 * nobody waiting: a program that has nothing else to do ends at once (`node run-task.ts <JSON of the task>`).
 * @returns the pid of the task's process
 */
export function launch(task: Task): number {
  const child = spawn(process.execPath, [runTask, JSON.stringify(task)], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, [HOLDER]: String(process.pid) },
    detached: true,
  });
  child.unref();
  const ours = child.stdio[LIFELINE];
  if (ours instanceof Socket) {
    ours.unref();
  }

  if (child.pid === undefined) {
    throw new Error(`Could not start ${process.execPath}`);
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
  const look = () => {
    if (process.ppid === parentPid) {
      setTimeout(look, LOOK_MS).unref();
    } else {
      callback(process.ppid);
    }
  };

  if (process.env[HOLDER] === String(parentPid)) {
    new Socket({ fd: LIFELINE }).once('close', look).resume().unref();
  } else {
    look();
  }
}
