import type { ChildProcess } from 'node:child_process';

/** The pid of this process, and that of the process that is its parent now. */
export function whoAmI(): { pid: number; ppid: number } {
  throw new Error('whoAmI is not written yet: npm run hint 06');
}

/** Whether a child that was started has not ended yet, as far as we have been told. */
export function isAlive(child: ChildProcess): boolean {
  throw new Error('isAlive is not written yet: npm run hint 06');
}

/** Null while the child runs; then its exit code, or minus the number of the signal that ended it (-15 for SIGTERM). */
export function exitCode(child: ChildProcess): number | null {
  throw new Error('exitCode is not written yet: npm run hint 06');
}

/** The pids of the children of any process, in any order: not of their children, and of nobody that was started to find out. */
export function childrenOf(pid: number): Promise<number[]> {
  throw new Error('childrenOf is not written yet: npm run hint 06');
}

/** Whether a process with that pid runs, whoever's it is. One that has ended does not, though its parent may not know yet. */
export function isRunning(pid: number): boolean {
  throw new Error('isRunning is not written yet: npm run hint 06');
}
