// Whoever is inside stays there for an hour. Under a controlled schedule an hour is over at once.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function stay(): Promise<void> {
  const mutex = new RobustMutex('lock');
  await mutex.acquire();
  mark('enters');
  await pause(3_600_000);
  mark('leaves');
  await mutex.release();
}
