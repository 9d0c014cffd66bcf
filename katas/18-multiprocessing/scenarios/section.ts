// Each process goes into the critical section and out again. Whoever is inside stays there for a while.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { Lock, RLock } from '../multiprocessing.ts';

export default async function section(_process: string, kind: 'Lock' | 'RLock', stayMs = 5): Promise<void> {
  const lock = kind === 'Lock' ? new Lock('lock') : new RLock('lock');
  await lock.acquire();
  mark('enters');
  await pause(stayMs);
  mark('leaves');
  await lock.release();
}
