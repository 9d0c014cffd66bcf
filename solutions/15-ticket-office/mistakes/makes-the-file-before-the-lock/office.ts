/**
 * Compares and renames under the lock, and makes the new file before: it has the same name for all, so that another buyer may have just emptied it again.
 *
 * @rejectedBy a search among three buyers never sees half a file: some of their schedules
 * @diagnosis search-found-no-whole-file
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
  const lock = new Mutex(`${file}.lock`);
  return {
    async search() {
      // Without the lock: the file is always whole, so one look is one count that was true.
      return (await read(file)).ticket_num;
    },
    async buy() {
      const next = `${file}.next`;
      for (;;) {
        const tickets = await read(file);
        if (tickets.ticket_num === 0) {
          return false;
        }

        // All that takes its time is done before the lock.
        await writeFile(next, JSON.stringify({ ...tickets, ticket_num: tickets.ticket_num - 1 }));
        const isSold = await lock.withLock(async () => {
          if ((await read(file)).ticket_num !== tickets.ticket_num) {
            return false;
          }

          await rename(next, file);
          return true;
        });
        if (isSold) {
          return true;
        }
      }
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
