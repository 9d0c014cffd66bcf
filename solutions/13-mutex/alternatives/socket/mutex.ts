import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Until another look, milliseconds, where the holder is just coming or going and cannot be waited for. */
const LOOK_MS = 1;

/**
 * A lock that processes share: of all that hold a Mutex of the same path, one at a time is the holder. That path need not be
 * there, but its directory is; what lies at the path while the lock is held is the lock's own affair.
 */
export class Mutex {
  readonly #path: string;
  /** While we hold the lock: it listens at the path. */
  #server: Server | undefined;
  /** Those who wait for us to go. */
  readonly #waiting = new Set<Socket>();

  /** @param path where processes that want the same lock meet */
  constructor(path: string) {
    this.#path = path;
  }

  /** Waits until the lock is free, and takes it. Waiting costs next to nothing. */
  async acquire(): Promise<void> {
    while (!(await this.tryAcquire())) {
      await this.#holderGoes();
    }
  }

  /** Takes the lock if it is free, and never waits: true, we hold it; false, somebody does. */
  async tryAcquire(): Promise<boolean> {
    const server = createServer((socket) => {
      this.#waiting.add(socket);
      socket.on('error', () => {}).once('close', () => this.#waiting.delete(socket));
      socket.resume();
    });
    try {
      // Binding makes the socket's file, for one process alone (unix(7)).
      server.listen(this.#path);
      await once(server, 'listening');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
        return false;
      }

      throw error;
    }

    this.#server = server;
    return true;
  }

  /**
   * Gives the lock back.
   * @throws {Error} (the promise rejects) when this Mutex does not hold it; whoever does, goes on holding it
   */
  async release(): Promise<void> {
    const server = this.#server;
    if (server === undefined) {
      throw new Error(`The lock ${this.#path} is not ours to release.`);
    }

    this.#server = undefined;
    // Closing removes the socket's file, and who waits hears that its connection has ended.
    server.close();
    for (const socket of this.#waiting) {
      socket.destroy();
    }
    await once(server, 'close');
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

  /** Waits at the holder's door: the connection ends when the holder goes, by whatever means. */
  async #holderGoes(): Promise<void> {
    const socket = connect(this.#path);
    try {
      await once(socket, 'connect');
      socket.resume();
      await once(socket, 'close');
    } catch {
      await pause(LOOK_MS);
    } finally {
      socket.destroy();
    }
  }
}
