// One process does with a lock what can be done.
import { mark } from '#harness/scenario.ts';
import { Lock } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

export default async function useLock(): Promise<void> {
  const lock = new Lock('lock');
  mark('acquire()', await lock.acquire());
  mark('acquire({ block: false })', await lock.acquire({ block: false }));
  mark('acquire({ timeoutMs: 20 })', await lock.acquire({ timeoutMs: 20 }));
  mark('release()', await attempt(() => lock.release()));
  mark('release() of a free lock', await attempt(() => lock.release()));
  mark('acquire({ block: false }) of a free lock', await lock.acquire({ block: false }));
  await lock.release();
}
