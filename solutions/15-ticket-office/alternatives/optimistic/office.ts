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

  /** Writes what was made of `text`, unless somebody else has sold a ticket meanwhile. */
  async function commit(text: string, next: Tickets): Promise<boolean> {
    return lock.withLock(async () => {
      // Each sale makes another text, and none ever comes again: who finds the same one knows that nobody has bought.
      if ((await readFile(file, 'utf8')) !== text) {
        return false;
      }

      await writeFile(`${file}.next`, JSON.stringify(next));
      await rename(`${file}.next`, file);
      return true;
    });
  }

  return {
    async search() {
      return (await read(file)).tickets.ticket_num;
    },
    async buy() {
      for (;;) {
        const { text, tickets } = await read(file);
        if (tickets.ticket_num === 0) {
          return false;
        }

        // All that takes its time is done by now; the lock is held for a look and a write.
        if (await commit(text, { ...tickets, ticket_num: tickets.ticket_num - 1 })) {
          return true;
        }
      }
    },
  };
}

async function read(file: string): Promise<{ text: string; tickets: Tickets }> {
  let text: string;
  let content: unknown;
  try {
    text = await readFile(file, 'utf8');
    content = JSON.parse(text);
  } catch (error) {
    throw new Error(`The ticket file ${file} cannot be read.`, { cause: error });
  }

  if (!isTickets(content)) {
    throw new Error(
      `The ticket file ${file} has no number of tickets: expected {"ticket_num": 1}, or any whole number.`,
    );
  }

  return { text, tickets: content };
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
