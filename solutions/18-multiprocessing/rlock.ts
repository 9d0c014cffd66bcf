import { Acquirable } from './acquirable.ts';
import { Lock } from './lock.ts';

/**
 * A lock that belongs to the process that holds it: there it can be acquired again, and is free when it has been released as often.
 * A process makes one of a path.
 */
export class RLock extends Acquirable {
  readonly #path: string;
  readonly #lock: Lock;
  /** How often this process has acquired it and not released it; 0: it is free, or another one's. */
  #depth = 0;

  constructor(path: string) {
    super();
    this.#path = path;
    this.#lock = new Lock(path);
  }

  /** @throws {Error} (the promise rejects) when this process does not hold the lock; whoever does, goes on holding it */
  async release(): Promise<void> {
    if (this.#depth === 0) {
      throw new Error(`The lock ${this.#path} is not held by this process.`);
    }

    this.#depth -= 1;
    if (this.#depth === 0) {
      await this.#lock.release();
    }
  }

  protected async take(): Promise<boolean> {
    if (this.#depth === 0 && !(await this.#lock.acquire({ block: false }))) {
      return false;
    }

    this.#depth += 1;
    return true;
  }
}
