import type { ChildProcess } from 'node:child_process';
import type { Process } from './process.ts';

const active = new Set<Process>();
let isHooked = false;

/** The processes that this one has started and whose end it has not seen. */
export function activeChildren(): Process[] {
  return [...active];
}

/** Counts a process that has just been started among the active ones, until its end is seen. */
export function addChild(started: Process, child: ChildProcess): void {
  active.add(started);
  child.once('exit', () => active.delete(started));
  if (started.daemon) {
    // Node ends when nothing is left to wait for; a daemon is nothing to wait for.
    child.unref();
    hook();
  }
}

function hook(): void {
  if (!isHooked) {
    process.once('exit', terminateDaemons);
    isHooked = true;
  }
}

// As Python does, whenever a program gets so far: it returns, exits, or fails. A signal ends it before any of its code runs.
function terminateDaemons(): void {
  for (const child of activeChildren().filter(({ daemon }) => daemon)) {
    child.terminate();
  }
}
