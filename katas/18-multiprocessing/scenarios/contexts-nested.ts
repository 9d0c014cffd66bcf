// Under the lock another function is called, which does its work under the lock as well.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RLock } from '../multiprocessing.ts';

export default async function work(): Promise<void> {
  const lock = new RLock('lock');
  await lock.withLock(async () => {
    mark('enters');
    await lock.withLock(() => pause(5));
    await pause(5);
    mark('leaves');
  });
}
