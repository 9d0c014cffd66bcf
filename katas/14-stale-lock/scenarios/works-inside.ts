// The body of withLock is at work for a while.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function work(): Promise<void> {
  await new RobustMutex('lock').withLock(async () => {
    mark('enters');
    await pause(10);
    mark('leaves');
  });
}
