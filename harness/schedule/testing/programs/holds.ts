// A lock with its holder's pid in it, which nobody takes away when its holder is dead; or somebody does, who is alone then.
import { readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';

export default async function hold(_process: string, way: 'waits' | 'takes over' | 'throws'): Promise<void> {
  if (way === 'throws') {
    throw new Error('It does not get anywhere.');
  }

  while (!tryLock()) {
    if (way === 'takes over' && !isAlive(Number(readlinkSync('lock')))) {
      return;
    }

    await pause(10);
  }

  mark('inside');
  unlinkSync('lock');
}

function tryLock(): boolean {
  try {
    symlinkSync(String(process.pid), 'lock');
    return true;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
