// One process holds the lock until the other one has asked for it and got an answer.
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

export default async function play(_process: string, part: 'holds' | 'asks'): Promise<void> {
  const mutex = new RobustMutex('lock');
  if (part === 'holds') {
    await mutex.acquire();
    writeFileSync('it is held', '');
    await appears('it is answered');
    await mutex.release();
    return;
  }

  await appears('it is held');
  mark('asks');
  mark('answer', await mutex.tryAcquire());
  writeFileSync('it is answered', '');
}

async function appears(file: string): Promise<void> {
  while (!existsSync(file)) {
    await pause(10);
  }
}
