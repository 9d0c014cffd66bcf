import type { ChildProcess } from 'node:child_process';
import type { Task } from './task.ts';

/** How a process ended: with an exit code, or by a signal. The other one is null. */
export interface Exit {
  code: number | null;
  signal: string | null;
}

/** Waits until the child has ended, also if it has ended already. Rejects if it could not be started. */
export function join(child: ChildProcess): Promise<Exit> {
  throw new Error('join is not written yet: npm run hint 05');
}

/** Waits for the child, but no longer than `ms` milliseconds. True: it has ended. False: it lives on. */
export function joinWithin(child: ChildProcess, ms: number): Promise<boolean> {
  throw new Error('joinWithin is not written yet: npm run hint 05');
}

/** Runs every task in a process of its own, all at the same time (`node run-task.ts <JSON of the task>`). */
export function runAll(tasks: readonly Task[]): Promise<Exit[]> {
  throw new Error('runAll is not written yet: npm run hint 05');
}
