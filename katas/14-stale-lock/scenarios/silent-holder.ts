// The holder is inside and gives no sign of life, while another one waits for an hour and longer.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gate, gateSync, mark, speedUpTime } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

const [part] = process.argv.slice(2);
if (part === 'waits') {
  // An hour of its own takes less than a second.
  await speedUpTime(10_000);
  const mutex = new RobustMutex('lock');
  await gate('come');
  const turn = mutex.acquire();
  await pause(3_600_000);
  mark('an hour has passed');
  await turn;
  mark('enters');
  await mutex.release();
} else {
  const waiter = fork(fileURLToPath(import.meta.url), ['waits']);
  const over = once(waiter, 'exit');
  const mutex = new RobustMutex('lock');
  await mutex.acquire();
  // Whatever an answer begins with the lock has begun.
  await pause(50);
  mark('holds');
  if (part === 'busy') gateSync('leave');
  await gate('leave');
  mark('leaves');
  await mutex.release();
  await over;
}
