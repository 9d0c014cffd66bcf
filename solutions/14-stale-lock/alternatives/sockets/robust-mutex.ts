import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { linkSync, mkdirSync, readdirSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks of one who waits, milliseconds: a look costs about half of one. */
const LOOK_MS = 10;

/**
 * A lock that processes share, and that a holder who is killed does not take along.
 *
 * At the path is a directory of numbered Unix sockets, and the one with the highest number is the lock. Somebody listens there as long
 * as its holder holds it; when the holder gives it back, or ends, of whatever, the kernel refuses all who call. So nobody needs a
 * name, and to die is to release. A number is guarded by being used once: what is removed is lower than the lock, never the lock.
 */
export class RobustMutex {
  readonly #directory: string;
  /** While we hold the lock: it listens. */
  #server: Server | undefined;

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
    if (latest > 0 && !(await isDeserted(this.#file(latest)))) {
      return false;
    }

    const own = latest + 1;
    const server = await this.#listensAs(own);
    if (server === undefined) {
      return false;
    }

    // Whoever was slow between looking and listening may have made a number that had been used up and removed. The highest one is
    // never removed: if ours is not the highest, it never was.
    const others = this.#generations().filter((number) => number !== own);
    if (others.some((number) => number > own)) {
      this.#remove(own);
      await close(server);
      return false;
    }

    this.#server = server;
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
    const server = this.#server;
    if (server === undefined) {
      throw new Error(`The lock ${this.#directory} is not ours to release.`);
    }

    this.#server = undefined;
    await close(server);
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

  /**
   * Between binding a socket and listening there is a moment in which the kernel refuses callers as if its owner were dead. So it is
   * bound under another name, and comes to its number when it listens: link(2) does that for one process alone.
   * @returns undefined when somebody else has that number
   */
  async #listensAs(number: number): Promise<Server | undefined> {
    const server = createServer((caller) => caller.destroy()).unref();
    // A socket's path is short: 108 bytes on Linux, 104 on macOS.
    const bound = join(this.#directory, randomUUID().slice(0, 8));
    server.listen(bound);
    await once(server, 'listening');
    if (attempt('EEXIST', () => linkSync(bound, this.#file(number)))) {
      unlinkSync(bound);
      return server;
    }

    // That removes the name it was bound under.
    await close(server);
    return undefined;
  }

  #generations(): number[] {
    attempt('EEXIST', () => mkdirSync(this.#directory));
    return readdirSync(this.#directory)
      .filter((name) => /^\d+\.lock$/.test(name))
      .map((name) => Number.parseInt(name, 10));
  }

  #remove(number: number): void {
    attempt('ENOENT', () => unlinkSync(this.#file(number)));
  }

  #file(number: number): string {
    return join(this.#directory, `${number}.lock`);
  }
}

/** What else a call may end in. Gone: there is a later one. Reset: its holder goes this moment. EAGAIN: nobody answers the door, as one
 * who is stopped, and no more can wait there (connect(2)). */
const NOT_DESERTED = ['ENOENT', 'ECONNRESET', 'EAGAIN'];

/** Whether nobody listens there any more. */
async function isDeserted(path: string): Promise<boolean> {
  const caller = connect(path);
  try {
    await once(caller, 'connect');
    return false;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code !== 'ECONNREFUSED' && !NOT_DESERTED.includes(code)) {
      throw error;
    }

    return code === 'ECONNREFUSED';
  } finally {
    caller.destroy();
  }
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

/** @returns whether it is done: false when it fails in that way */
function attempt(code: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === code) {
      return false;
    }

    throw error;
  }
}
