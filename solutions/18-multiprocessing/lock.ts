import { open, unlink } from 'node:fs/promises';
import { Acquirable } from './acquirable.ts';

/**
 * A lock for all processes that make one of the same path, whose directory is there. It belongs to nobody: one process may acquire it
 * and another one release it.
 */
export class Lock extends Acquirable {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  /** @throws {Error} (the promise rejects) when the lock is free */
  async release(): Promise<void> {
    try {
      // One operation, too: of two that release at the same moment, one is told that there was nothing left.
      await unlink(this.#path);
    } catch (error) {
      throw hasCode(error, 'ENOENT')
        ? new Error(`The lock ${this.#path} is free: there is nothing to release.`)
        : error;
    }
  }

  protected async take(): Promise<boolean> {
    try {
      // O_CREAT with O_EXCL: the kernel looks and creates in one operation (open(2)).
      const file = await open(this.#path, 'wx');
      await file.close();
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) {
        return false;
      }

      throw error;
    }
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
