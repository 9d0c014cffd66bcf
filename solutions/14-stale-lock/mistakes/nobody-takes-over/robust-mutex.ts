/**
 * Takes the lock in one operation, as it must be, and asks nobody whether its holder still lives.
 *
 * @rejectedBy a killed holder locks nobody out
 * @diagnosis waits-for-a-dead-holder
 */
import { closeSync, openSync, unlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/**
 * A lock that processes share: of all that hold a RobustMutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path and beside it (`<path>.*`) is the lock's own affair. A holder that has died does not
 * hold it any more.
 */
export class RobustMutex {
  readonly #path: string;
  #isHeld = false;

  /** @param path where processes that want the same lock meet */
  constructor(path: string) {
    this.#path = path;
  }

  /** Waits until the lock is free, or its holder is dead, and takes it. Waiting costs next to nothing. */
  async acquire(): Promise<void> {
    while (!(await this.tryAcquire())) {
      await pause(LOOK_MS);
    }
  }

  /** Takes the lock if it is free, or its holder is dead, and never waits: true, we hold it; false, somebody does. */
  async tryAcquire(): Promise<boolean> {
    const isOurs = unless('EEXIST', () => closeSync(openSync(this.#path, 'wx')) ?? true) ?? false;
    this.#isHeld ||= isOurs;
    return isOurs;
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this RobustMutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    if (!this.#isHeld) {
      throw new Error(`The lock ${this.#path} is not ours to release.`);
    }

    // Before the lock goes: in the very next moment another process may hold it.
    this.#isHeld = false;
    unlinkSync(this.#path);
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

/** What `act` gives back; undefined when it fails in that way. */
function unless<T>(code: string, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) {
      return undefined;
    }

    throw error;
  }
}
