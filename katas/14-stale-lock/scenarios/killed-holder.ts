// The holder is killed while it is inside. Three others, who were there before, want the lock then.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { gate, gateSync, mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

const [part] = process.argv.slice(2);
const mutex = new RobustMutex('lock');
if (part === 'holds') {
  await mutex.acquire();
  mark('enters');
  await gate('holding');
} else if (part === 'comes') {
  await gate('come');
  await mutex.acquire();
  mark('enters');
  mark('leaves');
  await mutex.release();
} else {
  const family = ['holds', 'comes', 'comes', 'comes'].map((one) => fork(fileURLToPath(import.meta.url), [one]));
  const over = Promise.all(family.map((one) => once(one, 'exit')));
  // A parent whose event loop stands still does not collect its children: who has ended stays in the table, as a zombie.
  if (part === 'a parent that is busy') gateSync('collect');
  await over;
}
