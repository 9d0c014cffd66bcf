/**
 * Renames the token to free whoever's name it has. A release too many, and the holder is not alone any more.
 *
 * @rejectedBy a release by one that does not hold frees nothing
 * @diagnosis freed-by-another
 */
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startOf } from './process-start.ts';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;
/** The token's name while nobody holds the lock. */
const FREE = 'free';
/** Its name while a process does: pid and start. */
const HOLDER = /^(\d+)\.([\w-]+)$/;

/**
 * A lock that processes share, and that a holder who is killed does not take along.
 *
 * The lock is a directory with one file in it, the *token*, whose name says who holds it: nobody, or a process that no other one
 * will ever have the name of. To take the lock, and to give it back, is to rename the token. rename(2) names what it takes away: it
 * succeeds only as long as the token has the very name that was read.
 */
export class RobustMutex {
  readonly #path: string;
  readonly #ours = ownName();

  /** @param path where processes that want the same lock meet; its directory exists */
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
    const names = unless(['ENOENT'], () => readdirSync(this.#path));
    // A list that is made while the token is renamed may hold both its names, or none: a name that is none any more does no harm.
    return names === undefined ? this.#makes() : names.some((name) => isFree(name) && this.#takes(name));
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this RobustMutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    const [name = FREE] = unless(['ENOENT'], () => readdirSync(this.#path)) ?? [];
    if (name === FREE) {
      throw new Error(`The lock ${this.#path} is held by nobody.`);
    }

    unless(['ENOENT'], () => renameSync(this.#token(name), this.#token(FREE)));
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

  /** @returns whether the token had that name until now, and has ours: false when somebody else was faster */
  #takes(name: string): boolean {
    return unless(['ENOENT'], () => renameSync(this.#token(name), this.#token(this.#ours)) ?? true) ?? false;
  }

  /** Makes the lock, which is there for ever then: a directory that comes to its place with our token in it, or not at all. */
  #makes(): boolean {
    const made = `${this.#path}.${randomUUID()}`;
    let isOurs = false;
    try {
      mkdirSync(made);
      closeSync(openSync(join(made, this.#ours), 'w'));
      // It replaces no directory that has something in it (rename(2)).
      isOurs = unless(['ENOTEMPTY', 'EEXIST'], () => renameSync(made, this.#path) ?? true) ?? false;
      return isOurs;
    } finally {
      if (!isOurs) {
        rmSync(made, { recursive: true, force: true });
      }
    }
  }

  #token(name: string): string {
    return join(this.#path, name);
  }
}

/** @throws {Error} where the process table is not the one we are in: whoever lives would look dead there */
function ownName(): string {
  const start = startOf(process.pid);
  if (start === undefined) {
    throw new Error(
      `The process table does not show us, process ${process.pid}: is another namespace's /proc mounted?`,
    );
  }

  return `${process.pid}.${start}`;
}

/** Whether whoever renames the token from this name robs nobody. */
function isFree(name: string): boolean {
  const [, pid, start = ''] = HOLDER.exec(name) ?? [];
  return name === FREE || (pid !== undefined && !isAlive(Number(pid), start));
}

/** What `act` gives back; undefined when it fails in one of those ways. */
function unless<T>(codes: readonly string[], act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) {
      return undefined;
    }

    throw error;
  }
}
