/**
 * Takes over under a guard, a second lock that only one can have, so no two of them meet. Who is killed while it has the guard leaves it, and
 * nobody takes over any more.
 *
 * @rejectedBy whoever is killed at any step of a takeover keeps nobody out, and lets no two in
 * @diagnosis takeover-left-half-done
 */
import { mkdirSync, readlinkSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startOf } from './process-start.ts';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/**
 * A lock that processes share: of all that hold a RobustMutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path and beside it (`<path>.*`) is the lock's own affair. A holder that has died does not
 * hold it any more.
 */
export class RobustMutex {
  readonly #path: string;
  /** What no other process is called. */
  readonly #ours = `${process.pid}.${startOf(process.pid)}`;
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
    if (this.#makes()) {
      return true;
    }

    const guard = `${this.#path}.guard`;
    if (!this.#isDeadOnes() || !unless('EEXIST', () => mkdirSync(guard) ?? true)) {
      return false;
    }

    try {
      // Another one may have had the guard since we looked.
      if (this.#isDeadOnes()) {
        unlinkSync(this.#path);
      }

      return this.#makes();
    } finally {
      rmdirSync(guard);
    }
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

  #isDeadOnes(): boolean {
    const owner = unless('ENOENT', () => readlinkSync(this.#path));
    return owner !== undefined && isDead(owner);
  }

  /** A link that leads nowhere and carries our name from its first moment on. */
  #makes(): boolean {
    const isOurs = unless('EEXIST', () => symlinkSync(this.#ours, this.#path) ?? true) ?? false;
    this.#isHeld ||= isOurs;
    return isOurs;
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

/** Whether the process of that name, pid and start, has died. */
function isDead(owner: string): boolean {
  const [pid, start = ''] = owner.split('.');
  return !isAlive(Number(pid), start);
}
