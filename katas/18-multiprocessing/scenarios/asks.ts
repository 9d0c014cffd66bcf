// One process holds the lock until the other one has asked for it, and got an answer.
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { type AcquireOptions, Lock, RLock } from '../multiprocessing.ts';

export default async function ask(
  _process: string,
  part: 'holds' | 'asks',
  kind: 'Lock' | 'RLock',
  options: AcquireOptions,
): Promise<void> {
  const lock = kind === 'Lock' ? new Lock('lock') : new RLock('lock');
  if (part === 'holds') {
    await lock.acquire();
    writeFileSync('it is held', '');
    await appears('it is answered');
    await lock.release();
    return;
  }

  await appears('it is held');
  mark('asks');
  mark('answer', await lock.acquire(options));
  writeFileSync('it is answered', '');
}

async function appears(file: string): Promise<void> {
  while (!existsSync(file)) {
    await pause(10);
  }
}
