/**
 * Locks one and the same file, whatever path it is given: who sells seats waits for who sells tickets.
 *
 * @rejectedBy locks of different paths do not hinder each other
 * @diagnosis one-lock-for-all
 */
import { open, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;
const PATH = 'mutex.lock';

/**
 * A lock that processes share: of all that hold a Mutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path while the lock is held is the lock's own affair.
 */
export class Mutex {
  readonly #path: string;
  #isHeld = false;

  /** @param path where processes that want the same lock meet */
  constructor(_path: string) {
    this.#path = PATH;
  }

  /** Waits until the lock is free, and takes it. Waiting costs next to nothing. */
  async acquire(): Promise<void> {
    while (!(await this.tryAcquire())) {
      await pause(LOOK_MS);
    }
  }

  /** Takes the lock if it is free, and never waits: true, we hold it; false, somebody does. */
  async tryAcquire(): Promise<boolean> {
    try {
      // O_CREAT with O_EXCL: the kernel looks and creates in one operation (open(2)).
      const file = await open(this.#path, 'wx');
      await file.close();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        return false;
      }

      throw error;
    }

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
