// One process acquires the lock twice; in between another one releases it.
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { Lock } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

export default async function handOver(_process: string, part: 'acquires' | 'releases'): Promise<void> {
  const lock = new Lock('lock');
  if (part === 'acquires') {
    await lock.acquire();
    writeFileSync('it is held', '');
    await lock.acquire();
    mark('acquired again');
    return;
  }

  while (!existsSync('it is held')) {
    await pause(10);
  }

  mark('release by another', await attempt(() => lock.release()));
}
