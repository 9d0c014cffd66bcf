/**
 * Gives the lock back by removing its generation. When none is left, the numbers begin again: whoever was about to make the next one of the
 * dead makes one that is higher than that of a living holder.
 *
 * @rejectedBy of three that find the lock of one that was killed, one takes it: up to two preemptions
 * @diagnosis takeover-hit-a-new-lock
 */
import { mkdirSync, readdirSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startOf } from './process-start.ts';

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/**
 * A lock that processes share, and that a holder who is killed does not take along.
 *
 * At the path is a directory of *generations*, numbered symbolic links whose target is the name of an owner. The one with the highest
 * number is the lock. To take it is to make the next, which the kernel does for one process alone, and with the owner's name in it; to
 * give it back is to remove ours.
 */
export class RobustMutex {
  readonly #directory: string;
  /** The generation that is ours, while we hold the lock. */
  #held: number | undefined;

  /** @param path where processes that want the same lock meet; its directory exists */
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
    const latest = Math.max(0, ...this.#generations());
    if (latest > 0 && !this.#isFree(latest)) {
      return false;
    }

    const own = latest + 1;
    if (!this.#make(own, ownName())) {
      return false;
    }

    // Whoever was slow between looking and making may have made a number that had been used up and removed. The highest one is
    // never removed: if ours is not the highest, it never was.
    const others = this.#generations().filter((number) => number !== own);
    if (others.some((number) => number > own)) {
      this.#remove(own);
      return false;
    }

    this.#held = own;
    for (const number of others) {
      this.#remove(number);
    }

    return true;
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this RobustMutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    if (this.#held === undefined) {
      throw new Error(`The lock ${this.#directory} is not ours to release.`);
    }

    this.#remove(this.#held);
    this.#held = undefined;
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

  /** Makes the directory where there is none yet. Other things may lie in it, as the desktop of a Mac puts them everywhere. */
  #generations(): number[] {
    const names = unless('ENOENT', () => readdirSync(this.#directory));
    if (names === undefined) {
      unless('EEXIST', () => mkdirSync(this.#directory));
    }

    return (names ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
  }

  /** Whether that generation is a dead owner's. One that is gone is not: somebody else is here. */
  #isFree(number: number): boolean {
    const owner = unless('ENOENT', () => readlinkSync(this.#file(number)));
    const [pid, start = ''] = owner?.split('.') ?? [];
    return owner !== undefined && !isAlive(Number(pid), start);
  }

  /** @returns whether we made it: false when somebody else did */
  #make(number: number, owner: string): boolean {
    return unless('EEXIST', () => symlinkSync(owner, this.#file(number)) ?? true) ?? false;
  }

  #remove(number: number): void {
    unless('ENOENT', () => unlinkSync(this.#file(number)));
  }

  #file(number: number): string {
    return join(this.#directory, String(number));
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
