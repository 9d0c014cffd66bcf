/**
 * Puts a lock of its own over that of the dead, and reads whether it is still there: the last one wins. But one reads its own name, goes in,
 * and only then the other, who had found the dead before, puts its lock over it.
 *
 * @rejectedBy of three that find the lock of one that was killed, one takes it: up to two preemptions
 * @diagnosis takeover-hit-a-new-lock
 */
import { randomUUID } from 'node:crypto';
import { readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
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
    if (unless('EEXIST', () => symlinkSync(this.#ours, this.#path) ?? true)) {
      this.#isHeld = true;
      return true;
    }

    if (!this.#isDeadOnes()) {
      return false;
    }

    const made = `${this.#path}.${randomUUID()}`;
    symlinkSync(this.#ours, made);
    renameSync(made, this.#path);
    const isOurs = this.#owner() === this.#ours;
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

    this.#isHeld = false;
    rmSync(this.#path, { force: true });
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
    const owner = this.#owner();
    return owner !== undefined && isDead(owner);
  }

  #owner(): string | undefined {
    return unless('ENOENT', () => readlinkSync(this.#path));
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
