// Takes two locks, in the order of its arguments.
import { closeSync, openSync, unlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export default async function takeBoth(_name: string, first: string, second: string): Promise<void> {
  await lock(first);
  await lock(second);
  unlinkSync(second);
  unlinkSync(first);
}

async function lock(path: string): Promise<void> {
  for (;;) {
    try {
      closeSync(openSync(path, 'wx'));
      return;
    } catch {
      await pause(10);
    }
  }
}
