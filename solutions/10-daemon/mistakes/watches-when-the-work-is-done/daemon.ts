/**
 * The daemon begins to watch the channel behind the task: it is told to end when it has nothing more to do.
 *
 * @rejectedBy a daemon ends also when its main program is killed in the moment after the start
 * @diagnosis daemon-outlived-its-main
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const runDaemon = fileURLToPath(new URL('./run-daemon.ts', import.meta.url));

/** Tells a process that it is a daemon, and whose. What a daemon starts itself inherits the variable, but has another parent. */
const DAEMON_OF = 'DAEMON_OF';
const weAreADaemon = process.env[DAEMON_OF] === String(process.ppid);

/** A task in a process of its own (`node run-task.ts <JSON of the task>`), which may be a daemon: then it ends with us. */
export class Child {
  readonly #task: Task;
  #daemon: boolean;
  #process: ChildProcess | undefined;

  /** @param options `daemon`: false if not given; it can also be set until the start */
  constructor(task: Task, options: { daemon?: boolean } = {}) {
    this.#task = task;
    this.#daemon = options.daemon ?? false;
  }

  /**
   * Whether this program ends without waiting for it, and it does not outlive this program, whatever this one ends of.
   * @throws {Error} when it is set after the start
   */
  get daemon(): boolean {
    return this.#daemon;
  }

  set daemon(daemon: boolean) {
    if (this.#process !== undefined) {
      throw new Error('A child becomes a daemon before its start or never.');
    }

    this.#daemon = daemon;
  }

  /** Of the task's process; undefined until it is started. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /**
   * Starts the process, and does not wait for it.
   * @throws {Error} in a process that is a daemon itself: it would have to end its children, and nobody gives it the time
   */
  start(): void {
    if (weAreADaemon) {
      throw new Error('A daemon may not start children: it is killed without a word, and they would be left.');
    }

    if (this.#process !== undefined) {
      throw new Error('A child starts once.');
    }

    this.#process = fork(this.#daemon ? runDaemon : runTask, [JSON.stringify(this.#task)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: this.#daemon ? { ...process.env, [DAEMON_OF]: String(process.pid) } : process.env,
    });
    if (this.#daemon) {
      this.#process.unref();
      this.#process.channel?.unref();
    }
  }

  /** Waits until the process has ended, also if it is a daemon or has ended already. */
  async join(): Promise<void> {
    if (this.#process === undefined) {
      throw new Error('Only a child that was started can be joined.');
    }

    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      // Who waits for a daemon is kept up by it.
      this.#process.ref();
      await once(this.#process, 'exit');
    }
  }
}
