import type { ParentProcess } from './parent-process.ts';
import type { Process } from './process.ts';

let current: Process;
let parent: ParentProcess | undefined;
/** Which child of which one it is: `[2, 1]` is the first one made in the second one made in the main process, whose own is `[]`. */
let identity: readonly number[] = [];
/** Processes made here. */
let made = 0;
let isLoading = false;

/** The object of this process: the one whose run() is executed here, or one called `MainProcess`. */
export function currentProcess(): Process {
  return current;
}

/** The process that started this one; undefined in the main process. */
export function parentProcess(): ParentProcess | undefined {
  return parent;
}

/** For the next process made here. */
export function nextIdentity(): readonly number[] {
  made += 1;
  return [...identity, made];
}

/** In a child, before it loads the modules of those who use it. */
export function arrive(from: ParentProcess): void {
  parent = from;
  isLoading = true;
}

/** From now on this process is `process`, and counts those that are made in it. */
export function takePlace(process: Process, itsIdentity: readonly number[]): void {
  current = process;
  identity = itsIdentity;
  made = 0;
  isLoading = false;
}

/** @throws {Error} when this process may not start others */
export function checkMayStart(): void {
  if (isLoading) {
    throw new Error(
      'A process was started by a module that a child is only loading, so each child would start another one. ' +
        'Put the start into a function, or under: if (parentProcess() === undefined)',
    );
  }

  if (current.daemon) {
    throw new Error('A daemon may not start children: it is ended without a word, and they would be left.');
  }
}
