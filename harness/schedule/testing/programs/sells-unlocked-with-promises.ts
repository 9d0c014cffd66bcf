// The same with promises, and with a pause between looking and writing.
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';

export default async function buy(buyer: string): Promise<void> {
  const left = Number(await readFile('tickets', 'utf8'));
  await pause(1000);
  if (left > 0) {
    await writeFile('tickets', String(left - 1));
    mark('sold', buyer);
  }
}
