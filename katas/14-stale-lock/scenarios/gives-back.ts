// The bodies of withLock return something: at once, and later.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function giveBack(): Promise<void> {
  const mutex = new RobustMutex('lock');
  mark('result', await mutex.withLock(() => 42));
  mark('result', await mutex.withLock(async () => ({ after: await pause(10, 'a while') })));
}
