// Each process acquires the lock three times, and releases it three times; it stays inside until the last of them.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RLock } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

export default async function nest(): Promise<void> {
  const lock = new RLock('lock');
  mark('acquire()', [await lock.acquire(), await lock.acquire({ block: false }), await lock.acquire()]);
  mark('enters');
  const inner = [await attempt(() => lock.release()), await attempt(() => lock.release())];
  await pause(5);
  mark('leaves');
  mark('release()', [...inner, await attempt(() => lock.release())]);
  mark('a release too many', await attempt(() => lock.release()));
}
