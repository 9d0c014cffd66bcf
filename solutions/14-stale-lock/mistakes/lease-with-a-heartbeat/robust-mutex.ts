/**
 * The holder touches its lock every few seconds, and a lock that was not touched for ten is taken for a dead one's. A holder that is stopped,
 * or whose event loop is blocked, touches nothing, and goes on inside when it can.
 *
 * @rejectedBy robs no holder that is stopped
 * @diagnosis silence-taken-for-the-end
 */
import { mkdirSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;
/** Without a heartbeat for so long the holder counts as dead. */
const STALE_MS = 10_000;
const BEAT_MS = 2_000;

/**
 * A lock that processes share: of all that hold a RobustMutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path and beside it (`<path>.*`) is the lock's own affair. A holder that has died does not
 * hold it any more.
 */
export class RobustMutex {
  readonly #path: string;
  #isHeld = false;
  #heart: NodeJS.Timeout | undefined;

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
    const isOurs = unless('EEXIST', () => mkdirSync(this.#path) ?? true) ?? false;
    if (isOurs) {
      this.#isHeld = true;
      this.#heart = setInterval(() => this.#beat(), BEAT_MS).unref();
      return true;
    }

    const changed = unless('ENOENT', () => statSync(this.#path).mtimeMs);
    if (changed !== undefined && Date.now() - changed > STALE_MS) {
      unless('ENOENT', () => rmdirSync(this.#path));
    }

    return false;
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this RobustMutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    if (!this.#isHeld) {
      throw new Error(`The lock ${this.#path} is not ours to release.`);
    }

    this.#isHeld = false;
    clearInterval(this.#heart);
    unless('ENOENT', () => rmdirSync(this.#path));
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

  #beat(): void {
    const now = Date.now() / 1000;
    unless('ENOENT', () => utimesSync(this.#path, now, now));
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
