import type { Task } from './task.ts';

export interface ProcessOptions {
  /** What run() does, where no subclass says something else. */
  target?: Task;
  /** By default the name of the class and a number: `Process-1`; of a process made in that one, `Process-1:1`. */
  name?: string;
  /** Whether it ends with the process that starts it; by default what the current process is. */
  daemon?: boolean;
}

/**
 * A process as an object: with a target, or as a subclass with a run() of its own.
 *
 * A subclass is exported under its own name by the module that its static `module` names. Its fields, which hold what JSON can hold,
 * are in the child what they were at the start; its constructor does not run there again.
 */
export class Process {
  /** The module that exports the class: each subclass says `static override module = new URL(import.meta.url)`. */
  static module: URL;

  name = '';

  constructor(options: ProcessOptions = {}) {
    throw new Error('Process is not written yet: npm run hint 18');
  }

  /** Whether this process does not wait for it, and it ends with this process. */
  get daemon(): boolean {
    throw new Error('Process.daemon is not written yet: npm run hint 18');
  }

  /** @throws {Error} once it has been started */
  set daemon(daemon: boolean) {
    throw new Error('Process.daemon is not written yet: npm run hint 18');
  }

  /** Undefined until it is started. */
  get pid(): number | undefined {
    throw new Error('Process.pid is not written yet: npm run hint 18');
  }

  /** Null until its end is seen; then its exit code, or minus the number of the signal that ended it. */
  get exitCode(): number | null {
    throw new Error('Process.exitCode is not written yet: npm run hint 18');
  }

  /** What the process does: calls the target. Called directly it runs here, like any method. */
  run(): void | Promise<void> {
    throw new Error('Process.run is not written yet: npm run hint 18');
  }

  /**
   * Starts a new process that executes run(), and returns at once.
   * @throws {Error} when it has been started before; in a daemon; and in a process that is still loading its own modules
   */
  start(): void {
    throw new Error('Process.start is not written yet: npm run hint 18');
  }

  /**
   * Waits until the process has ended, or the time is up; what ends is the wait, and nothing else.
   * @param timeoutMs 0 or less: does not wait; not given: as long as it takes
   * @throws {Error} (the promise rejects) when this process has not started it
   */
  join(timeoutMs?: number): Promise<void> {
    throw new Error('Process.join is not written yet: npm run hint 18');
  }

  /** Whether it has been started, and its end has not been seen. The current process is alive. */
  isAlive(): boolean {
    throw new Error('Process.isAlive is not written yet: npm run hint 18');
  }

  /**
   * Sends SIGTERM, unless it has ended.
   * @throws {Error} when this process has not started it
   */
  terminate(): void {
    throw new Error('Process.terminate is not written yet: npm run hint 18');
  }

  /** The same with SIGKILL. */
  kill(): void {
    throw new Error('Process.kill is not written yet: npm run hint 18');
  }

  /**
   * Says that the object is not needed any more: from now on all but its name, `daemon` and close() throw an Error.
   * @throws {Error} when the process is alive
   */
  close(): void {
    throw new Error('Process.close is not written yet: npm run hint 18');
  }
}

/** What a process knows of the one that started it. */
export interface ParentProcess {
  readonly pid: number;
  readonly name: string;
  isAlive(): boolean;
  /** Waits until it has ended, or the time is up, as `Process.join` does. */
  join(timeoutMs?: number): Promise<void>;
}

/** The object of this process: the one whose run() is executed here, or one called `MainProcess`. */
export function currentProcess(): Process {
  throw new Error('currentProcess is not written yet: npm run hint 18');
}

/** The process that started this one; undefined in the main process. */
export function parentProcess(): ParentProcess | undefined {
  throw new Error('parentProcess is not written yet: npm run hint 18');
}

/** The processes that this one has started and whose end it has not seen. */
export function activeChildren(): Process[] {
  throw new Error('activeChildren is not written yet: npm run hint 18');
}

export interface AcquireOptions {
  /** Whether to wait where the lock is not free (true). */
  block?: boolean;
  /** How long to wait at most; not given: as long as it takes. */
  timeoutMs?: number;
}

/**
 * A lock for all processes that make one of the same path, whose directory is there. It belongs to nobody: one process may acquire it
 * and another one release it.
 */
export class Lock {
  constructor(path: string) {
    throw new Error('Lock is not written yet: npm run hint 18');
  }

  /** @returns whether the lock was taken */
  acquire(options: AcquireOptions = {}): Promise<boolean> {
    throw new Error('Lock.acquire is not written yet: npm run hint 18');
  }

  /** @throws {Error} (the promise rejects) when the lock is free */
  release(): Promise<void> {
    throw new Error('Lock.release is not written yet: npm run hint 18');
  }

  /** Runs `body` while the lock is held, and releases it however `body` ends. Gives back, or throws, what `body` does. */
  withLock<T>(body: () => T | Promise<T>): Promise<T> {
    throw new Error('Lock.withLock is not written yet: npm run hint 18');
  }
}

/**
 * A lock that belongs to the process that holds it: there it can be acquired again, and is free when it has been released as often.
 * A process makes one of a path.
 */
export class RLock {
  constructor(path: string) {
    throw new Error('RLock is not written yet: npm run hint 18');
  }

  /** @returns whether the lock was taken, once more or for the first time */
  acquire(options: AcquireOptions = {}): Promise<boolean> {
    throw new Error('RLock.acquire is not written yet: npm run hint 18');
  }

  /** @throws {Error} (the promise rejects) when this process does not hold the lock; whoever does, goes on holding it */
  release(): Promise<void> {
    throw new Error('RLock.release is not written yet: npm run hint 18');
  }

  /** As `Lock.withLock`. */
  withLock<T>(body: () => T | Promise<T>): Promise<T> {
    throw new Error('RLock.withLock is not written yet: npm run hint 18');
  }
}
