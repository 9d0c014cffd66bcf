// Sells a ticket: looks how many are left, lets the buyer pay, and writes one less.
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';

export default async function buy(buyer: string): Promise<void> {
  const left = Number(readFileSync('tickets', 'utf8'));
  if (left > 0) {
    await pause(1000);
    writeFileSync('tickets', String(left - 1));
    mark('sold', buyer);
  }
}
