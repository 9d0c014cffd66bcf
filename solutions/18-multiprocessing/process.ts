import type { ChildProcess } from 'node:child_process';
import { addChild } from './children.ts';
import { checkMayStart, currentProcess, nextIdentity, takePlace } from './current.ts';
import { exitCodeOf, hasEnded, waitFor } from './end.ts';
import { launch, type Recipe } from './launch.ts';
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

  name: string;
  // Private, and so no part of what crosses to the child.
  readonly #identity = nextIdentity();
  readonly #target: Task | undefined;
  #daemon: boolean;
  #child: ChildProcess | undefined;
  #isClosed = false;

  constructor({ target, name, daemon = currentProcess().daemon }: ProcessOptions = {}) {
    this.name = name ?? `${new.target.name}-${this.#identity.join(':')}`;
    this.#target = target;
    this.#daemon = daemon;
  }

  /** Whether this process does not wait for it, and it ends with this process. */
  get daemon(): boolean {
    return this.#daemon;
  }

  /** @throws {Error} once it has been started */
  set daemon(daemon: boolean) {
    if (this.#hasStarted) {
      throw new Error(`${this.name} has been started: whether it is a daemon is decided before.`);
    }

    this.#daemon = daemon;
  }

  /** Undefined until it is started. */
  get pid(): number | undefined {
    this.#checkOpen();
    return this.#isCurrent ? process.pid : this.#child?.pid;
  }

  /** Null until its end is seen; then its exit code, or minus the number of the signal that ended it. */
  get exitCode(): number | null {
    this.#checkOpen();
    return this.#child === undefined ? null : exitCodeOf(this.#child);
  }

  /** What the process does: calls the target. Called directly it runs here, like any method. */
  async run(): Promise<void> {
    if (this.#target !== undefined) {
      const { module, name, args = [] } = this.#target;
      const exported = await import(module.href);
      await exported[name](...args);
    }
  }

  /**
   * Starts a new process that executes run(), and returns at once.
   * @throws {Error} when it has been started before; in a daemon; and in a process that is still loading its own modules
   */
  start(): void {
    this.#checkOpen();
    if (this.#hasStarted) {
      throw new Error(`${this.name} has been started: a process starts once.`);
    }

    checkMayStart();
    this.#child = launch(this.#recipe());
    addChild(this, this.#child);
  }

  /**
   * Waits until the process has ended, or the time is up; what ends is the wait, and nothing else.
   * @param timeoutMs 0 or less: does not wait; not given: as long as it takes
   * @throws {Error} (the promise rejects) when this process has not started it
   */
  async join(timeoutMs = Number.POSITIVE_INFINITY): Promise<void> {
    await waitFor(this.#ownChild(), timeoutMs);
  }

  /** Whether it has been started, and its end has not been seen. The current process is alive. */
  isAlive(): boolean {
    this.#checkOpen();
    return this.#isCurrent || (this.#child !== undefined && !hasEnded(this.#child));
  }

  /**
   * Sends SIGTERM, unless it has ended.
   * @throws {Error} when this process has not started it
   */
  terminate(): void {
    // Not process.kill(pid): once the child has been collected, its pid may be another one's.
    this.#ownChild().kill('SIGTERM');
  }

  /** The same with SIGKILL. */
  kill(): void {
    this.#ownChild().kill('SIGKILL');
  }

  /**
   * Says that the object is not needed any more: from now on all but its name, `daemon` and close() throw an Error.
   * @throws {Error} when the process is alive
   */
  close(): void {
    if (!this.#isClosed && this.isAlive()) {
      throw new Error(`${this.name} is alive: join it, or terminate it, before it is closed.`);
    }

    this.#isClosed = true;
    this.#child = undefined;
  }

  get #isCurrent(): boolean {
    return this === currentProcess();
  }

  get #hasStarted(): boolean {
    return this.#isCurrent || this.#child !== undefined;
  }

  #checkOpen(): void {
    if (this.#isClosed) {
      throw new Error(`${this.name} has been closed.`);
    }
  }

  #ownChild(): ChildProcess {
    this.#checkOpen();
    if (this.#child === undefined) {
      throw new Error(`${this.name} is no child that this process has started.`);
    }

    return this.#child;
  }

  #recipe(): Recipe {
    const { pid, name } = currentProcess();
    // The class of the object, as against the class in which this line stands.
    const ownClass = this.constructor as typeof Process;
    if (ownClass !== Process && ownClass.module === undefined) {
      throw new Error(`${ownClass.name} must say where it is found: static override module = new URL(import.meta.url)`);
    }

    return {
      options: { name: this.name, daemon: this.#daemon, ...(this.#target && { target: this.#target }) },
      identity: this.#identity,
      parent: { pid: pid ?? process.pid, name },
      ...(ownClass !== Process && { subclass: { module: ownClass.module, name: ownClass.name, fields: this } }),
    };
  }
}

// Nobody has started the main process, so it is no daemon, and has no parent.
takePlace(new Process({ name: 'MainProcess', daemon: false }), []);
