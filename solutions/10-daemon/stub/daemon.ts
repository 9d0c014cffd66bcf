import type { Task } from './task.ts';

/** A task in a process of its own (`node run-task.ts <JSON of the task>`), which may be a daemon: then it ends with us. */
export class Child {
  /**
   * Whether this program ends without waiting for it, and it does not outlive this program, whatever this one ends of.
   * @throws {Error} when it is set after the start
   */
  daemon = false;

  /** Of the task's process; undefined until it is started. */
  pid: number | undefined;

  /** @param options `daemon`: false if not given; it can also be set until the start */
  constructor(task: Task, options: { daemon?: boolean } = {}) {
    throw new Error('Child is not written yet: npm run hint 10');
  }

  /**
   * Starts the process, and does not wait for it.
   * @throws {Error} in a process that is a daemon itself: it would have to end its children, and nobody gives it the time
   */
  start(): void {
    throw new Error('Child.start is not written yet: npm run hint 10');
  }

  /** Waits until the process has ended, also if it is a daemon or has ended already. */
  join(): Promise<void> {
    throw new Error('Child.join is not written yet: npm run hint 10');
  }
}
