import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/**
 * A lock that processes share: of all that hold a Mutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path while the lock is held is the lock's own affair.
 */
export class Mutex {
  readonly #path: string;
  readonly #own: string;
  #isHeld = false;

  /** @param path where processes that want the same lock meet */
  constructor(path: string) {
    this.#path = path;
    this.#own = `${path}.${process.pid}-${randomUUID()}`;
  }

  /** Waits until the lock is free, and takes it. Waiting costs next to nothing. */
  async acquire(): Promise<void> {
    while (!(await this.tryAcquire())) {
      await pause(LOOK_MS);
    }
  }

  /** Takes the lock if it is free, and never waits: true, we hold it; false, somebody does. */
  async tryAcquire(): Promise<boolean> {
    await mkdir(this.#own);
    // It must not be empty: an empty directory at the path would be replaced (rename(2)).
    await writeFile(`${this.#own}/holder`, String(process.pid));
    try {
      await rename(this.#own, this.#path);
    } catch (error) {
      await rm(this.#own, { recursive: true });
      if (error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')) {
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

    this.#isHeld = false;
    // Away in one operation: a lock that is taken apart where it lies could be replaced while it is empty.
    await rename(this.#path, this.#own);
    await rm(this.#own, { recursive: true });
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
