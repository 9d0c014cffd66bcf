import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Task } from './task.ts';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
/** A daemon is told by an argument behind the task. */
const MARK = '--daemon';

/**
 * Watches the parent, and is a process beside the daemon that does nothing else: `ps` tells the parent's state, `Z` or nothing when
 * it has ended.
 */
const WATCH = `
  while state=$(ps -o stat= -p "$1") && [ "\${state#Z}" = "$state" ]; do sleep 0.2; done
  kill -KILL "$2"
`;

/** A task in a process of its own (`node run-task.ts <JSON of the task>`), which may be a daemon: then it ends with us. */
export class Child {
  pid: number | undefined;
  declare daemon: boolean;
  #ended = Promise.resolve();
  #wanted: ChildProcess | undefined;
  readonly #command: string[];

  /** @param options `daemon`: false if not given; it can also be set until the start */
  constructor(task: Task, { daemon = false }: { daemon?: boolean } = {}) {
    this.#command = [runTask, JSON.stringify(task)];
    Object.defineProperty(this, 'daemon', { value: daemon, writable: true, configurable: true, enumerable: true });
  }

  /**
   * Starts the process, and does not wait for it.
   * @throws {Error} in a process that is a daemon itself: it would have to end its children, and nobody gives it the time
   */
  start(): void {
    if (process.argv.includes(MARK)) {
      throw new Error('Not in a daemon.');
    }

    const args = this.daemon ? [...this.#command, MARK] : this.#command;
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    this.#wanted = child;
    this.#ended = new Promise((resolve, reject) => {
      child.once('exit', () => resolve()).once('error', reject);
    });
    this.#ended.catch(() => {});
    this.pid = child.pid;
    // In strict mode, which modules are in, setting it throws a TypeError from now on.
    Object.defineProperty(this, 'daemon', { writable: false });
    if (this.daemon) {
      child.unref();
      const pids = [String(process.pid), String(child.pid)];
      const watcher = spawn('sh', ['-c', WATCH, 'sh', ...pids], { stdio: 'ignore', detached: true });
      watcher.unref();
      child.once('exit', () => watcher.kill('SIGKILL'));
    }
  }

  /** Waits until the process has ended, also if it is a daemon or has ended already. */
  join(): Promise<void> {
    this.#wanted?.ref();
    return this.#ended;
  }
}
