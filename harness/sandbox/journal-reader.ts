import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { JournalEvent } from '../timeline/events.ts';

/** Past this a process is taken to write marks without end. */
export const JOURNAL_FLOOD_BYTES = 16 * 1024 * 1024;

/** Follows a journal that other processes append to. The file stays open, so deleting it does not lose what was written. */
export class JournalReader {
  readonly #file: number;
  #offset = 0;
  #rest = Buffer.alloc(0);
  #isDeleted = false;
  #isClosed = false;

  constructor(path: string) {
    this.#file = openSync(path, 'a+', 0o600);
  }

  get isFlood(): boolean {
    return this.#offset > JOURNAL_FLOOD_BYTES;
  }

  /** Whether the file has lost its name: what is told from then on does not arrive. */
  get isDeleted(): boolean {
    return this.#isDeleted;
  }

  /** The events that were appended since the last call; none any more once it is closed. */
  read(): JournalEvent[] {
    if (this.#isClosed) {
      return [];
    }

    const { size, nlink } = fstatSync(this.#file);
    this.#isDeleted = nlink === 0;
    if (size <= this.#offset || this.isFlood) {
      return [];
    }

    // Never more than makes a flood: a process can write gigabytes between two calls.
    const fresh = Buffer.alloc(Math.min(size - this.#offset, JOURNAL_FLOOD_BYTES + 1));
    const length = readSync(this.#file, fresh, 0, fresh.length, this.#offset);
    this.#offset += length;
    const text = Buffer.concat([this.#rest, fresh.subarray(0, length)]);
    const end = text.lastIndexOf(10) + 1;
    this.#rest = text.subarray(end);
    return text.toString('utf8', 0, end).split('\n').flatMap(parseLine);
  }

  close(): void {
    this.#isClosed = true;
    closeSync(this.#file);
  }
}

// An answer may write into the journal by itself: what is no event is no evidence.
function parseLine(line: string): JournalEvent[] {
  try {
    const event: unknown = JSON.parse(line);
    return isEvent(event) ? [event] : [];
  } catch {
    return [];
  }
}

function isEvent(value: unknown): value is JournalEvent {
  if (typeof value !== 'object' || value === null) {
    return false;
  }

  const { type, pid, at } = value as Partial<JournalEvent>;
  return typeof type === 'string' && typeof pid === 'number' && typeof at === 'number';
}
