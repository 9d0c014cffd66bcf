/**
 * Lines up those who ask, each behind the promise of the one before. Another process has a line of its own.
 *
 * @rejectedBy never lets two in: every schedule of two processes
 * @diagnosis two-inside
 */
/** The end of the line, by path: settled when the last one in it has released. */
const lines = new Map<string, Promise<void>>();

/**
 * A lock that processes share: of all that hold a Mutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path while the lock is held is the lock's own affair.
 */
export class Mutex {
  readonly #path: string;
  #goes: (() => void) | undefined;

  /** @param path where processes that want the same lock meet */
  constructor(path: string) {
    this.#path = path;
  }

  /** Waits until the lock is free, and takes it. Waiting costs next to nothing. */
  async acquire(): Promise<void> {
    const before = lines.get(this.#path);
    const ours = new Promise<void>((resolve) => {
      this.#goes = resolve;
    });
    lines.set(this.#path, before === undefined ? ours : before.then(() => ours));
    await before;
  }

  /** Takes the lock if it is free, and never waits: true, we hold it; false, somebody does. */
  async tryAcquire(): Promise<boolean> {
    if (lines.has(this.#path)) {
      return false;
    }

    await this.acquire();
    return true;
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this Mutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    if (this.#goes === undefined) {
      throw new Error(`The lock ${this.#path} is not ours to release.`);
    }

    this.#goes();
    this.#goes = undefined;
    lines.delete(this.#path);
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
