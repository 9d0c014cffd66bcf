// How busy is a process while it waits for the lock? 1 is a core in full use.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

const mutex = new RobustMutex('lock');
if (process.argv[2] === 'waits') {
  process.send?.('waits');
  const began = { cpu: process.cpuUsage(), at: performance.now() };
  await mutex.acquire();
  const { user, system } = process.cpuUsage(began.cpu);
  mark('busy', (user + system) / 1000 / (performance.now() - began.at));
  await mutex.release();
  process.disconnect();
} else {
  await mutex.acquire();
  const waiter = fork(fileURLToPath(import.meta.url), ['waits']);
  await once(waiter, 'message');
  await pause(300);
  await mutex.release();
}
