/**
 * Each lock has a number of its own, and the owner's name comes into it a moment after it is made. Who finds a lock without a name waits for it;
 * when its maker is killed in that moment, it never comes.
 *
 * @rejectedBy whoever is killed at any step keeps nobody out, and lets no two in
 * @diagnosis left-half-a-lock
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startOf } from './process-start.ts';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;
/** What stands in a lock that is free. */
const NOBODY = 'nobody';

/**
 * A lock that processes share: of all that hold a RobustMutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path and beside it (`<path>.*`) is the lock's own affair. A holder that has died does not
 * hold it any more.
 */
export class RobustMutex {
  readonly #directory: string;
  /** What no other process is called. */
  readonly #ours = `${process.pid}.${startOf(process.pid)}`;
  /** The number of the lock that is ours. */
  #held: number | undefined;

  /** @param path where processes that want the same lock meet */
  constructor(path: string) {
    this.#directory = path;
  }

  /** Waits until the lock is free, or its holder is dead, and takes it. Waiting costs next to nothing. */
  async acquire(): Promise<void> {
    while (!(await this.tryAcquire())) {
      await pause(LOOK_MS);
    }
  }

  /** Takes the lock if it is free, or its holder is dead, and never waits: true, we hold it; false, somebody does. */
  async tryAcquire(): Promise<boolean> {
    unless('EEXIST', () => mkdirSync(this.#directory));
    const latest = Math.max(0, ...readdirSync(this.#directory).map(Number));
    const owner = latest === 0 ? NOBODY : readFileSync(this.#file(latest), 'utf8');
    if (owner === '' || (owner !== NOBODY && !isDead(owner))) {
      return false;
    }

    // Nobody else can make the next one any more.
    const isOurs =
      unless('EEXIST', () => writeFileSync(this.#file(latest + 1), this.#ours, { flag: 'wx' }) ?? true) ?? false;
    this.#held = isOurs ? latest + 1 : this.#held;
    return isOurs;
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this RobustMutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    const held = this.#held;
    if (held === undefined) {
      throw new Error(`The lock ${this.#directory} is not ours to release.`);
    }

    this.#held = undefined;
    // It comes to its place with its content: while we live nobody else makes it.
    const made = `${this.#directory}.${randomUUID()}`;
    writeFileSync(made, NOBODY);
    renameSync(made, this.#file(held + 1));
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

  #file(number: number): string {
    return join(this.#directory, String(number));
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
