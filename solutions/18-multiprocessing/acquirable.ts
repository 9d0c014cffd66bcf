import { setTimeout as pause } from 'node:timers/promises';

export interface AcquireOptions {
  /** Whether to wait where the lock is not free (true). */
  block?: boolean;
  /** How long to wait at most; not given: as long as it takes. */
  timeoutMs?: number;
}

/** Between two looks of one who waits, milliseconds: a look costs about a tenth of one. */
const LOOK_MS = 10;

/** What all locks have in common: how they are waited for, and how they are held while something is done. */
export abstract class Acquirable {
  /** Takes the lock if it can be had now. */
  protected abstract take(): Promise<boolean>;

  abstract release(): Promise<void>;

  /** @returns whether the lock was taken */
  async acquire({ block = true, timeoutMs = Number.POSITIVE_INFINITY }: AcquireOptions = {}): Promise<boolean> {
    const end = performance.now() + (block ? timeoutMs : 0);
    while (!(await this.take())) {
      const leftMs = end - performance.now();
      if (leftMs <= 0) {
        return false;
      }

      await pause(Math.min(leftMs, LOOK_MS));
    }

    return true;
  }

  /** Runs `body` while the lock is held, and releases it however `body` ends. Gives back, or throws, what `body` does. */
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
