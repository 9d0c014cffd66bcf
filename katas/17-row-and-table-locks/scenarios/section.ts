// Each process takes its locks, one after the other, and gives each back before it asks for the next.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { openLockManager } from '../lock-manager.ts';
import { lock, type Wanted } from './wanted.ts';

export default async function section(_process: string, all: Wanted[]): Promise<void> {
  const manager = openLockManager('locks');
  for (const wanted of all) {
    const release = await lock(manager, wanted);
    mark('enters', wanted);
    await pause(5);
    mark('leaves', wanted);
    await release();
  }
}
