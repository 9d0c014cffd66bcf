// Each process goes into the section as often as it is told, and asks for the next time while it is still inside.
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { type LockManager, openLockManager } from '../lock-manager.ts';
import { lock, type Wanted } from './wanted.ts';

export default async function relay(_process: string, wanted: Wanted, times: number): Promise<void> {
  await visit(openLockManager('locks'), wanted, times);
}

async function visit(manager: LockManager, wanted: Wanted, times: number): Promise<void> {
  const release = await lock(manager, wanted);
  mark('enters', wanted);
  const next = times > 1 ? visit(manager, wanted, times - 1) : undefined;
  await pause(5);
  mark('leaves', wanted);
  await release();
  await next;
}
