import type { ChildProcess } from 'node:child_process';

/**
 * How a child came to its end. 'stopped': within the grace. 'killed': not within the grace, so it was killed. 'already over': it
 * had ended before.
 */
export type Ending = 'stopped' | 'killed' | 'already over';

/** Asks a child to end, with SIGTERM, and waits for nothing. A child that has ended already is sent no signal. */
export function terminate(child: ChildProcess): void {
  throw new Error('terminate is not written yet: npm run hint 07');
}

/**
 * Asks a child to end, gives it time to put its things away, and kills it when the time is up. Whoever calls while a child is
 * being stopped shares that stop: the child is asked once, and all callers get the same answer.
 * @param graceMs how long the child may take, milliseconds
 * @returns settles when the child has ended, and not later
 */
export function stop(child: ChildProcess, graceMs: number): Promise<Ending> {
  throw new Error('stop is not written yet: npm run hint 07');
}

/**
 * The same for a process, its children, their children and so on, and for nobody else. All are asked; whoever is left when the
 * time is up is killed. A tree that is over already needs nothing.
 * @param pid the process at the root of the tree: ours or anybody's child
 * @param graceMs how long they may take, milliseconds
 * @returns settles when all of them have ended, and not later
 */
export function stopTree(pid: number, graceMs: number): Promise<void> {
  throw new Error('stopTree is not written yet: npm run hint 07');
}
