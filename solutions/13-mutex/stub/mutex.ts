/**
 * A lock that processes share: of all that hold a Mutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path while the lock is held is the lock's own affair.
 */
export class Mutex {
  /** @param path where processes that want the same lock meet */
  constructor(path: string) {
    throw new Error('Mutex is not written yet: npm run hint 13');
  }

  /** Waits until the lock is free, and takes it. Waiting costs next to nothing. */
  acquire(): Promise<void> {
    throw new Error('Mutex.acquire is not written yet: npm run hint 13');
  }

  /** Takes the lock if it is free, and never waits: true, we hold it; false, somebody does. */
  tryAcquire(): Promise<boolean> {
    throw new Error('Mutex.tryAcquire is not written yet: npm run hint 13');
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this Mutex does not hold it; whoever does, goes on holding it
   */
  release(): Promise<void> {
    throw new Error('Mutex.release is not written yet: npm run hint 13');
  }

  /**
   * Runs `body` while it holds the lock, and gives the lock back however `body` ends.
   * @returns what `body` returns, or resolves to
   * @throws what `body` throws, or rejects with
   */
  withLock<T>(body: () => T | Promise<T>): Promise<T> {
    throw new Error('Mutex.withLock is not written yet: npm run hint 13');
  }
}
