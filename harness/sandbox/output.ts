import type { Readable } from 'node:stream';

/** More than a learner will read and a test will compare. */
export const KEPT_BYTES = 1024 * 1024;
/** Past this the process is taken to print without end. */
export const FLOOD_BYTES = 8 * 1024 * 1024;

/** What a process writes on one stream: read to the end, so that it never blocks, and kept up to a cap. */
export class CapturedOutput {
  readonly #chunks: Buffer[] = [];
  #stream: Readable;
  #kept = 0;
  #text: string | undefined;
  /** All bytes that came, kept or not. */
  bytes = 0;
  /** Whether nothing more can come: nobody holds the writing end, or we have hung up. */
  isAtEnd = false;

  constructor(stream: Readable) {
    this.#stream = stream;
    stream.on('data', (chunk: Buffer) => this.#take(chunk));
    // The other end may be killed at any time; what came before is what counts.
    stream.on('error', () => {});
    for (const event of ['end', 'close']) {
      stream.on(event, () => {
        this.isAtEnd = true;
      });
    }
  }

  /** What was kept, as text. */
  get text(): string {
    this.#text ??= Buffer.concat(this.#chunks).toString('utf8');
    return this.#text;
  }

  get isFlood(): boolean {
    return this.bytes > FLOOD_BYTES;
  }

  /** Closes the reading end, as a terminal does when its window is closed: who writes now gets EPIPE. */
  hangUp(): void {
    this.#stream.destroy();
  }

  #take(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.#kept < KEPT_BYTES) {
      const part = chunk.subarray(0, KEPT_BYTES - this.#kept);
      this.#chunks.push(part);
      this.#text = undefined;
      this.#kept += part.length;
    }
  }
}

const SHOWN_CHARACTERS = 6_000;

/** A long text with its middle left out. */
export function shorten(text: string): string {
  const half = SHOWN_CHARACTERS / 2;
  return text.length <= SHOWN_CHARACTERS
    ? text
    : `${text.slice(0, half)}\n... ${text.length - SHOWN_CHARACTERS} characters left out ...\n${text.slice(-half)}`;
}
