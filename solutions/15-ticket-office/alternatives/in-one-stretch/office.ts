import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Mutex } from './lock.ts';

/** Where tickets are looked at and bought. Everything it knows stands in its file. */
export interface Office {
  /**
   * How many tickets are left. Waits for nobody.
   * @throws {Error} (the promise rejects) that names the file, when it is missing or is no ticket file
   */
  search(): Promise<number>;
  /**
   * Buys one ticket, if there is one.
   * @returns whether the buyer has got it
   * @throws {Error} (the promise rejects) as `search` does; the file is left as it was then
   */
  buy(buyer: string): Promise<boolean>;
}

/**
 * Opens the office of a ticket file. Any number of processes may open the same one.
 * @param file JSON with a whole number `ticket_num`, and perhaps other keys: `{"ticket_num": 1}`
 */
export function openOffice(file: string): Office {
  return new TicketFile(file);
}

/** The other way to hold a lock: by hand, with `finally`; and files without promises, since nobody else is served meanwhile. */
class TicketFile implements Office {
  readonly #file: string;
  readonly #lock: Mutex;

  constructor(file: string) {
    this.#file = file;
    this.#lock = new Mutex(`${file}.lock`);
  }

  async search(): Promise<number> {
    return this.#count(this.#read());
  }

  async buy(buyer: string): Promise<boolean> {
    await this.#lock.acquire();
    try {
      const content = this.#read();
      const left = this.#count(content);
      if (left > 0) {
        // A name of its own for each buyer's file: what is left of one that was killed is in nobody's way.
        const next = `${this.#file}.${process.pid}.${encodeURIComponent(buyer)}`;
        writeFileSync(next, JSON.stringify({ ...content, ticket_num: left - 1 }));
        renameSync(next, this.#file);
      }

      return left > 0;
    } finally {
      await this.#lock.release();
    }
  }

  #read(): Record<string, unknown> {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      throw new Error(`No ticket file: ${this.#file}`, { cause: error });
    }
  }

  #count(content: Record<string, unknown> | null): number {
    const left = content?.ticket_num;
    if (typeof left !== 'number' || !Number.isInteger(left) || left < 0) {
      throw new Error(`In ${this.#file} there is no number of tickets: ticket_num is ${JSON.stringify(left)}.`);
    }

    return left;
  }
}
