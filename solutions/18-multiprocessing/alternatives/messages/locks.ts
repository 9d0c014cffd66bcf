import { readlink, symlink, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 10;

export interface AcquireOptions {
  block?: boolean;
  timeoutMs?: number;
}

/** A symbolic link is made once, and says from its first moment on who made it. */
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

/** Asks the lock itself whose it is: nobody but its owner can change that. */
export class RLock extends Lock {
  #depth = 1;

  override async release(): Promise<void> {
    if ((await this.#owner()) !== process.pid) {
      throw new Error(`${this.path} is held by another process, or by none.`);
    }

    if (this.#depth > 1) {
      this.#depth -= 1;
    } else {
      await super.release();
    }
  }

  protected override async take(): Promise<boolean> {
    if (await super.take()) {
      this.#depth = 1;
      return true;
    }

    const isOurs = (await this.#owner()) === process.pid;
    this.#depth += isOurs ? 1 : 0;
    return isOurs;
  }

  async #owner(): Promise<number | undefined> {
    try {
      return Number(await readlink(this.path));
    } catch {
      return undefined;
    }
  }
}
