// Takes two locks, each of them rightly: only one process can create a file with the flag 'wx'.
import { closeSync, openSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export default async function takeBoth(_name: string, first: string, second: string): Promise<void> {
  await lock(first);
  await lock(second);
  rmSync(second);
  rmSync(first);
}

async function lock(path: string): Promise<void> {
  for (;;) {
    try {
      return closeSync(openSync(path, 'wx'));
    } catch {
      await pause(10);
    }
  }
}
