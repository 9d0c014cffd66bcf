import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { unlinkSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/**
 * Opens the file, locks it, and looks whether the path still leads to what it has locked: another holder may have removed that in the
 * meantime, and a lock of a removed file keeps nobody out. Then it says so, and holds the lock until its input ends.
 */
const HOLD = `
  exec 9>>"$1" || exit 2
  flock $2 9 || exit 1
  [ "$1" -ef /proc/self/fd/9 ] || exit 3
  echo held && read -r _
`;
const [IS_HELD, NOT_THE_FILE] = [1, 3];

type Holder = ChildProcessByStdio<Writable, Readable, null>;

/**
 * A lock that processes share, and that a holder who is killed does not take along.
 *
 * It is flock(2), which the kernel gives to one process, and takes from one that has ended, of whatever. Node cannot call it, so a child
 * does, the program of util-linux. The child's input is a pipe that we hold: the kernel closes it when we end, and the child ends with us.
 */
export class RobustMutex {
  readonly #path: string;
  /** While we hold the lock: the process that does so for us. */
  #holder: Holder | undefined;

  /** @param path where processes that want the same lock meet; its directory exists */
  constructor(path: string) {
    this.#path = path;
  }

  /** Waits until the lock is free, or its holder is dead, and takes it. The kernel wakes us: nobody looks again and again. */
  async acquire(): Promise<void> {
    while (!(await this.#lock('--exclusive'))) {
      // The file that we have waited for was removed: wait for the one that is there now.
    }
  }

  /** Takes the lock if it is free, or its holder is dead, and never waits: true, we hold it; false, somebody does. */
  async tryAcquire(): Promise<boolean> {
    return this.#lock('--nonblock');
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this RobustMutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    const holder = this.#holder;
    if (holder === undefined) {
      throw new Error(`The lock ${this.#path} is not ours to release.`);
    }

    this.#holder = undefined;
    // While it is locked: afterwards it would be somebody else's.
    unlinkSync(this.#path);
    holder.ref();
    holder.stdin.end();
    await once(holder, 'exit');
  }

  /**
   * Runs `body` while it holds the lock, and gives the lock back however `body` ends.
   * @returns what `body` returns, or resolves to
   * @throws what `body` throws, or rejects with
   */
  async withLock<T>(body: () => T | Promise<T>): Promise<T> {
    await this.acquire();
    try {
      // Without the await the lock would be free again while the body is still at work.
      return await body();
    } finally {
      await this.release();
    }
  }

  /** @returns whether we hold the lock; false when somebody else does, or a file was locked that is not at the path any more */
  async #lock(way: '--exclusive' | '--nonblock'): Promise<boolean> {
    // Detached: Ctrl-C, which is for all in the terminal's foreground group, would end the child and leave us inside.
    const child = spawn('sh', ['-c', HOLD, 'sh', this.#path, way], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
    const [end] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (typeof end !== 'number') {
      this.#holder = letGo(child);
      return true;
    }

    if (end !== IS_HELD && end !== NOT_THE_FILE) {
      throw new Error(`${this.#path} could not be locked: the shell, or flock of util-linux, ended with ${end}.`);
    }

    return false;
  }
}

/** It shall not keep us up: that we end is what it waits for. */
function letGo(child: Holder): Holder {
  child.unref();
  child.stdout.destroy();
  // A pipe to a child is a socket for Node.
  (child.stdin as Writable & { unref?: () => void }).unref?.();
  return child;
}
