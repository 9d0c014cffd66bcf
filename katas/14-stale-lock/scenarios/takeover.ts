// Each process tries once to take the lock, and does without where it does not get it. Who passes is out again at once.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function tryOnce(_process: string, way: 'passes' | 'stays' = 'passes'): Promise<void> {
  const mutex = new RobustMutex('lock');
  if (await mutex.tryAcquire()) {
    mark('enters');
    if (way === 'stays') await pause(5);
    mark('leaves');
    await mutex.release();
  }
}
