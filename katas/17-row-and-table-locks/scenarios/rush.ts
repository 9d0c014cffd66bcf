// Two clerks sell seats, each from a row of its own, and a bookkeeper closes the books, all as fast as they can.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gate, mark } from '#harness/scenario.ts';
import { openLockManager } from '../lock-manager.ts';
import { lock, type Wanted } from './wanted.ts';

const TIMES = 15;
const ALL: Wanted[] = [['seats', '1'], ['seats', '2'], ['seats']];

const wanted = ALL[Number(process.argv[2])];
if (wanted !== undefined) {
  const manager = openLockManager('locks');
  await gate('all are there');
  for (let time = 0; time < TIMES; time += 1) {
    const release = await lock(manager, wanted);
    mark('enters', wanted);
    mark('leaves', wanted);
    await release();
  }
} else {
  mkdirSync('locks');
  const children = ALL.map((_, position) => fork(fileURLToPath(import.meta.url), [String(position)]));
  const exits = await Promise.all(children.map((child) => once(child, 'exit')));
  mark(
    'exits',
    exits.map(([code]) => code),
  );
}
