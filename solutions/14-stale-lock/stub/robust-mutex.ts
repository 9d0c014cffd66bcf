/**
 * A lock that processes share: of all that hold a RobustMutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path and beside it (`<path>.*`) is the lock's own affair. A holder that has died does not
 * hold it any more.
 */
export class RobustMutex {
  /** @param path where processes that want the same lock meet */
  constructor(path: string) {
    throw new Error('RobustMutex is not written yet: npm run hint 14');
  }

  /** Waits until the lock is free, or its holder is dead, and takes it. Waiting costs next to nothing. */
  acquire(): Promise<void> {
    throw new Error('RobustMutex.acquire is not written yet: npm run hint 14');
  }

  /** Takes the lock if it is free, or its holder is dead, and never waits: true, we hold it; false, somebody does. */
  tryAcquire(): Promise<boolean> {
    throw new Error('RobustMutex.tryAcquire is not written yet: npm run hint 14');
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this RobustMutex does not hold it; whoever does, goes on holding it
   */
  release(): Promise<void> {
    throw new Error('RobustMutex.release is not written yet: npm run hint 14');
  }

  /**
   * Runs `body` while it holds the lock, and gives the lock back however `body` ends.
   * @returns what `body` returns, or resolves to
   * @throws what `body` throws, or rejects with
   */
  withLock<T>(body: () => T | Promise<T>): Promise<T> {
    throw new Error('RobustMutex.withLock is not written yet: npm run hint 14');
  }
}
