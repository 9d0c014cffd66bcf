import { Socket } from 'node:net';
import { escapeBytes } from './escape-bytes.ts';
import type { Observation } from './observation.ts';
import { ShortfallError } from './shortfall.ts';
import type { Waiting, WaitOptions } from './waiting.ts';

/** Enough to tell what came. */
const SHOWN_BYTES = 60;
/** Far more than a test sends: a program that writes without end shall not fill the memory of the test runner. */
const ROOM_BYTES = 8 * 1024 * 1024;

/** How a client is to connect. */
export interface ConnectOptions extends WaitOptions {
  /** Bytes that it sends in the moment of connecting. */
  first?: Uint8Array;
}

/**
 * A TCP client of the test's own, which talks to a program of a run at 127.0.0.1. Its waits end as all waits of the run do: with
 * the cause, or when nothing happens any more.
 */
export class Client {
  readonly #socket = new Socket();
  readonly #serverPort: number;
  readonly #observation: Observation;
  readonly #waiting: Waiting;
  #port: number | undefined;
  /** Why the connection has ended, or was never made; undefined before that. */
  #failure: string | undefined;
  #chunks: Buffer[] = [];
  #bytes = 0;

  /**
   * @param serverPort where the program listens
   * @param first what is written at once, in the moment of connecting
   */
  constructor(serverPort: number, first: Uint8Array | undefined, observation: Observation, waiting: Waiting) {
    this.#serverPort = serverPort;
    this.#observation = observation;
    this.#waiting = waiting;
    this.#socket.setNoDelay(true);
    this.#socket.once('connect', () => {
      this.#port = this.#socket.localPort;
    });
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.once('end', () => this.#noteClose('it was closed'));
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#noteClose(error.code ?? error.message));
    this.#socket.once('close', () => this.#noteClose('it was closed'));
    if (isPort(serverPort)) {
      this.#socket.connect({ host: '127.0.0.1', port: serverPort });
    } else {
      this.#noteClose('there is no such port');
    }

    if (first !== undefined) {
      this.send(first);
    }
  }

  /** Its own port, by which the server's end can be told from that of other clients. */
  get port(): number {
    return this.#port ?? 0;
  }

  /**
   * Waits until the operating system has made the connection: that takes one who listens, not one who accepts.
   * @throws {ShortfallError} also when it was refused
   */
  async connected(options: WaitOptions = {}): Promise<void> {
    const aim = { expected: `a connection to port ${this.#serverPort}`, saw: () => 'it was not made' };
    await this.#waiting.until(
      () => {
        if (this.#port === undefined && this.#failure !== undefined) {
          throw this.#shortfall(aim.expected, `none: ${this.#failure}`, options);
        }

        return this.#port === undefined ? undefined : true;
      },
      aim,
      options,
    );
  }

  /** Sends some bytes. What is sent on a closed connection is lost. */
  send(bytes: Uint8Array): void {
    this.#observation.disturb();
    if (this.#failure === undefined) {
      this.#socket.write(bytes);
    }
  }

  /**
   * Waits until so many bytes have come in that nobody has taken yet, and takes them.
   * @param count how many
   * @throws {ShortfallError} also when the connection is closed before
   */
  receive(count: number, options: WaitOptions = {}): Promise<Buffer> {
    const expected = count === 1 ? 'a byte to come in' : `${count} bytes to come in`;
    const saw = () =>
      this.#bytes === 0 ? 'none came' : `${this.#bytes} came: ${escapeBytes(this.#joined().subarray(0, SHOWN_BYTES))}`;
    return this.#waiting.until(
      () => {
        if (this.#bytes >= count) {
          return this.#taken(count);
        }

        if (this.#failure !== undefined) {
          throw this.#shortfall(expected, `${saw()}; then the connection ended: ${this.#failure}`, options);
        }

        return undefined;
      },
      { expected, saw },
      options,
    );
  }

  /** Waits until the server's side has closed the connection, or broken it. */
  async closed(options?: WaitOptions): Promise<void> {
    const aim = { expected: 'the connection to close', saw: () => 'it stayed open' };
    await this.#waiting.until(() => (this.#failure === undefined ? undefined : true), aim, options);
  }

  /** Says good-bye: sends what there is to send, then the end. */
  close(): void {
    this.#observation.disturb();
    this.#socket.end();
  }

  /** Ends the connection at once, whatever is under way. */
  destroy(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    this.#observation.disturb();
    if (this.#bytes > ROOM_BYTES) {
      this.#socket.pause();
    }
  }

  #taken(count: number): Buffer {
    const all = this.#joined();
    this.#chunks = [all.subarray(count)];
    this.#bytes = all.length - count;
    return all.subarray(0, count);
  }

  #joined(): Buffer {
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }

  #noteClose(failure: string): void {
    this.#failure ??= failure;
  }

  #shortfall(expected: string, saw: string, { otherwise }: WaitOptions): ShortfallError {
    return new ShortfallError({ expected, saw, ...(otherwise === undefined ? {} : { diagnosis: otherwise }) });
  }
}

function isPort(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 65_536;
}
