// Takes two locks, in the order of its arguments. A lock is a directory with something in it.
import { mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export default async function takeBoth(name: string, first: string, second: string): Promise<void> {
  await lock(name, first);
  await lock(name, second);
}

async function lock(name: string, path: string): Promise<void> {
  for (;;) {
    mkdirSync(path, { recursive: true });
    const [entry] = readdirSync(path);
    if (entry === undefined) {
      symlinkSync(name, `${path}/owner`);
      return;
    }

    readlinkSync(`${path}/${entry}`);
    await pause(10);
  }
}
