// The lock is acquired once, and two processes release it.
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { Lock } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

export default async function release(_process: string, part: 'acquires' | 'waits'): Promise<void> {
  const lock = new Lock('lock');
  if (part === 'acquires') {
    await lock.acquire();
    writeFileSync('it is held', '');
  }

  while (!existsSync('it is held')) {
    await pause(10);
  }

  mark('release', await attempt(() => lock.release()));
}
