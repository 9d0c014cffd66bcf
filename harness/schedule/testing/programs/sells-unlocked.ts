// Sells a ticket as the unlocked ticket office does: reads how many are left, and writes one less.
import { readFileSync, writeFileSync } from 'node:fs';
import { mark } from '#harness/scenario.ts';

export default function buy(buyer: string): void {
  const left = Number(readFileSync('tickets', 'utf8'));
  if (left > 0) {
    writeFileSync('tickets', String(left - 1));
    mark('sold', buyer);
  }
}
