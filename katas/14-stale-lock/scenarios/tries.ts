// Each process tries to take the lock, as often as it is told, and does without where it does not get it.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function tryIt(_process: string, times = 1): Promise<void> {
  const mutex = new RobustMutex('lock');
  for (let time = 0; time < times; time += 1) {
    const isOurs = await mutex.tryAcquire();
    mark('answer', isOurs);
    if (isOurs) {
      mark('enters');
      await pause(5);
      mark('leaves');
      await mutex.release();
    }
  }
}
