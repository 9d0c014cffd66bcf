// A lock that is right: a file that only one can create. Whoever is too late looks again after a while.
import { closeSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';

export default async function buy(buyer: string): Promise<void> {
  while (!tryLock()) {
    await pause(10);
  }

  const left = Number(readFileSync('tickets', 'utf8'));
  if (left > 0) {
    writeFileSync('tickets', String(left - 1));
    mark('sold', buyer);
  }

  unlinkSync('lock');
}

function tryLock(): boolean {
  try {
    closeSync(openSync('lock', 'wx'));
    return true;
  } catch {
    return false;
  }
}
