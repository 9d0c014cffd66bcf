// Each process holds a lock of its own until all the others hold theirs.
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { RobustMutex } from '../robust-mutex.ts';

export default async function meet(process: string, path: string, others: string[]): Promise<void> {
  const mutex = new RobustMutex(path);
  await mutex.acquire();
  writeFileSync(`${process} is inside`, '');
  while (!others.every((other) => existsSync(`${other} is inside`))) {
    await pause(10);
  }

  await mutex.release();
}
