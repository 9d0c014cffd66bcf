// Each process releases the lock before it has acquired it, too: another one may hold it then.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RLock } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

export default async function releaseTooEarly(): Promise<void> {
  const lock = new RLock('lock');
  mark('release', await attempt(() => lock.release()));
  await lock.acquire();
  mark('enters');
  await pause(5);
  mark('leaves');
  mark('release', await attempt(() => lock.release()));
}
