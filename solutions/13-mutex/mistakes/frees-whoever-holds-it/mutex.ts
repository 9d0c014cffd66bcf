/**
 * Removes the lock, whoever holds it. What is removed may be another one's.
 *
 * @rejectedBy a release by one that does not hold frees nothing
 * @diagnosis freed-by-another
 */
import { open, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/**
 * A lock that processes share: of all that hold a Mutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path while the lock is held is the lock's own affair.
 */
export class Mutex {
  readonly #path: string;

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

    return true;
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this Mutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
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
