// The file is no ticket file. Somebody searches, somebody buys; then the file is put right, and somebody buys again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mark } from '#harness/scenario.ts';
import { openOffice } from '../office.ts';

export default async function visit(buyer: string): Promise<void> {
  const before = content();
  const office = openOffice('tickets.json');
  mark('search', await outcomeOf(() => office.search()));
  mark('buy', await outcomeOf(() => office.buy(buyer)));
  mark('left as it was', content() === before);
  writeFileSync('tickets.json', '{"ticket_num": 1}');
  mark('after the repair', await office.buy(buyer));
}

function content(): string | undefined {
  return existsSync('tickets.json') ? readFileSync('tickets.json', 'utf8') : undefined;
}

async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    return `no error, but ${JSON.stringify(await work())}`;
  } catch (error) {
    // What is not written yet is no answer.
    if (!(error instanceof Error) || error.message.includes('not written yet')) {
      throw error;
    }

    return error.message.includes('tickets.json') ? 'an error that names the file' : `an error: ${error.message}`;
  }
}
