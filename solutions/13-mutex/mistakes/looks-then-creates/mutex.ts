/**
 * Looks whether the lock is there, and creates it when it is not. Between the two another process looks, too.
 *
 * @rejectedBy never lets two in: every schedule of two processes
 * @diagnosis two-inside
 */
import { existsSync } from 'node:fs';
import { unlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/**
 * A lock that processes share: of all that hold a Mutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path while the lock is held is the lock's own affair.
 */
export class Mutex {
  readonly #path: string;
  #isHeld = false;

  /** @param path where processes that want the same lock meet */
  constructor(path: string) {
    this.#path = path;
  }

  /** Waits until the lock is free, and takes it. Waiting costs next to nothing. */
  async acquire(): Promise<void> {
    while (!(await this.tryAcquire())) {
      await pause(LOOK_MS);
    }
  }

  /** Takes the lock if it is free, and never waits: true, we hold it; false, somebody does. */
  async tryAcquire(): Promise<boolean> {
    if (existsSync(this.#path)) {
      return false;
    }

    await writeFile(this.#path, String(process.pid));
    this.#isHeld = true;
    return true;
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this Mutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    if (!this.#isHeld) {
      throw new Error(`The lock ${this.#path} is not ours to release.`);
    }

    // Before the file goes: in the very next moment another process may hold it.
    this.#isHeld = false;
    await unlink(this.#path);
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
}
