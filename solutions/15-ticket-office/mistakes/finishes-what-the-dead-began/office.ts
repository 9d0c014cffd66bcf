/**
 * Where a buyer has left a temporary file it brings that to its place: it may be half a file.
 *
 * @rejectedBy a buyer who is killed, at any step, leaves a readable file
 * @diagnosis torn-file
 */
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
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

/** What stands in the file. */
interface Tickets {
  ticket_num: number;
  [other: string]: unknown;
}

/**
 * Opens the office of a ticket file. Any number of processes may open the same one.
 * @param file JSON with a whole number `ticket_num`, and perhaps other keys: `{"ticket_num": 1}`
 */
export function openOffice(file: string): Office {
  const lock = new Mutex(`${file}.lock`);
  return {
    async search() {
      // Without the lock: the file is always whole, so one look is one count that was true.
      return (await read(file)).ticket_num;
    },
    buy() {
      return lock.withLock(async () => {
        // Somebody was killed before they could rename it. The sale was theirs.
        if (existsSync(`${file}.next`)) {
          await rename(`${file}.next`, file);
        }

        // Whatever a search has shown is over: the count that decides is read where nobody else can change it.
        const tickets = await read(file);
        if (tickets.ticket_num === 0) {
          return false;
        }

        await replace(file, { ...tickets, ticket_num: tickets.ticket_num - 1 });
        return true;
      });
    },
  };
}

async function read(file: string): Promise<Tickets> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`The ticket file ${file} cannot be read.`, { cause: error });
  }

  if (!isTickets(content)) {
    throw new Error(
      `The ticket file ${file} has no number of tickets: expected {"ticket_num": 1}, or any whole number.`,
    );
  }

  return content;
}

function isTickets(content: unknown): content is Tickets {
  return (
    typeof content === 'object' &&
    content !== null &&
    'ticket_num' in content &&
    Number.isInteger(content.ticket_num) &&
    Number(content.ticket_num) >= 0
  );
}

/** Puts a whole new file in the place of the old one, in one operation: whoever opens the path finds the one or the other (rename(2)). */
async function replace(file: string, tickets: Tickets): Promise<void> {
  // Of that name there is one at a time, since we hold the lock; what a buyer left who was killed here is written over.
  const next = `${file}.next`;
  await writeFile(next, JSON.stringify(tickets));
  await rename(next, file);
}
