// Three processes add to one counter, at the same time and as fast as they can.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gate, mark } from '#harness/scenario.ts';
import { Counter } from '../counter.ts';
import { RobustMutex } from '../robust-mutex.ts';

const [part, times = '20'] = process.argv.slice(2);
if (part === 'adds') {
  const mutex = new RobustMutex('lock');
  const counter = new Counter('count');
  await gate('all are there');
  for (let time = 0; time < Number(times); time += 1) {
    await mutex.withLock(() => {
      mark('enters');
      counter.add(1);
      mark('leaves');
    });
  }
} else {
  writeFileSync('count', '0');
  const adders = [1, 2, 3].map(() => fork(fileURLToPath(import.meta.url), ['adds', times]));
  const exits = await Promise.all(adders.map((adder) => once(adder, 'exit')));
  mark(
    'exits',
    exits.map(([code]) => code),
  );
  mark('count', Number(readFileSync('count', 'utf8')));
}
