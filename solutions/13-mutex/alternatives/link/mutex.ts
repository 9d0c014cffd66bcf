import { randomUUID } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/**
 * A lock that processes share: of all that hold a Mutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path while the lock is held is the lock's own affair.
 */
export class Mutex {
  readonly #path: string;
  /** Nobody else's: by it we know a lock of ours. */
  readonly #token = `${process.pid}-${randomUUID()}`;

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
    const own = `${this.#path}.${this.#token}`;
    await writeFile(own, this.#token);
    try {
      // A second name for a file that is whole: nobody ever sees a lock without its holder in it (link(2)).
      await link(own, this.#path);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        return false;
      }

      throw error;
    } finally {
      await unlink(own);
    }
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this Mutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    const holder = await readFile(this.#path, 'utf8').catch(() => undefined);
    if (holder !== this.#token) {
      throw new Error(`The lock ${this.#path} is not ours to release.`);
    }

    // Nobody else removes what is ours, so it is still the one that we have read.
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
