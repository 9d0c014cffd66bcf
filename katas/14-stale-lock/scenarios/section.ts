// Each process goes into the critical section and out again, as often as it is told.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function section(_process: string, times = 1): Promise<void> {
  const mutex = new RobustMutex('lock');
  for (let time = 0; time < times; time += 1) {
    await mutex.acquire();
    mark('enters');
    await pause(5);
    mark('leaves');
    await mutex.release();
  }
}
