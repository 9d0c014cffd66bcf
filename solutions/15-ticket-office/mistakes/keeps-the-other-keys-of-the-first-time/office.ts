/**
 * Reads the other keys once, and the number alone anew: what somebody has changed among them is changed back by the next sale.
 *
 * @rejectedBy what stands in the file now counts, not what stood there when the office was opened
 * @diagnosis remembered-the-file
 */
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
  let others: Tickets | undefined;
  const lock = new Mutex(`${file}.lock`);
  return {
    async search() {
      // Without the lock: the file is always whole, so one look is one count that was true.
      return (await read(file)).ticket_num;
    },
    buy() {
      return lock.withLock(async () => {
        // Whatever a search has shown is over: the count that decides is read where nobody else can change it.
        const tickets = await read(file);
        if (tickets.ticket_num === 0) {
          return false;
        }

        others ??= tickets;
        await replace(file, { ...others, ticket_num: tickets.ticket_num - 1 });
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
