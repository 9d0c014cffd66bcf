import { symlink, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 10;

export interface AcquireOptions {
  block?: boolean;
  timeoutMs?: number;
}

/** A symbolic link is made once. It says who made it, for whoever wonders; nobody decides by that. */
export class Lock {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  async acquire({ block = true, timeoutMs }: AcquireOptions = {}): Promise<boolean> {
    const isLimited = !block || timeoutMs !== undefined;
    let looks = block ? Math.ceil((timeoutMs ?? 0) / LOOK_MS) : 0;
    while (!(await this.take())) {
      if (isLimited && looks <= 0) {
        return false;
      }

      looks -= 1;
      await pause(LOOK_MS);
    }

    return true;
  }

  async release(): Promise<void> {
    await unlink(this.path);
  }

  async withLock<T>(body: () => T | Promise<T>): Promise<T> {
    await this.acquire();
    try {
      return await body();
    } finally {
      await this.release();
    }
  }

  protected async take(): Promise<boolean> {
    try {
      await symlink(`${process.pid}`, this.path);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        return false;
      }

      throw error;
    }
  }
}

/** A Lock, and how often this process has acquired it. */
export class RLock extends Lock {
  #depth = 0;

  override async release(): Promise<void> {
    if (this.#depth === 0) {
      throw new Error(`${this.path} is held by another process, or by none.`);
    }

    this.#depth -= 1;
    if (this.#depth === 0) {
      await super.release();
    }
  }

  protected override async take(): Promise<boolean> {
    if (this.#depth === 0 && !(await super.take())) {
      return false;
    }

    this.#depth += 1;
    return true;
  }
}
