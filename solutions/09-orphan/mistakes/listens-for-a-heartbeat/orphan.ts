/**
 * The launcher says every second that it lives, and silence is taken for its death. A parent that is stopped, blocked or
 * merely slow is silent too.
 *
 * @rejectedBy is not deceived by a parent that is stopped
 * @diagnosis silence-taken-for-death
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const BEAT_MS = 1000;
const SILENCE_MS = 5 * BEAT_MS;

/**
 * Starts the task in a child process that outlives this one: it goes on, and may print, however this process ends. It keeps
 * nobody waiting: a program that has nothing else to do ends at once (`node run-task.ts <JSON of the task>`).
 * @returns the pid of the task's process
 */
export function launch(task: Task): number {
  const child = fork(runTask, [JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
  const beat = setInterval(() => child.send('alive', () => {}), BEAT_MS);
  beat.unref();
  child.once('disconnect', () => clearInterval(beat));
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
export function onOrphaned(_parentPid: number, callback: (newParent: number) => void): void {
  let lastBeat = Date.now();
  process.on('message', () => {
    lastBeat = Date.now();
  });
  process.channel?.unref();
  const timer = setInterval(() => {
    if (Date.now() - lastBeat > SILENCE_MS) {
      clearInterval(timer);
      callback(process.ppid);
    }
  }, BEAT_MS);
  timer.unref();
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) {
    throw new Error(`Could not start ${process.execPath}`);
  }

  return pid;
}
