// Each process goes into the section as often as it is told, and asks for the next time while it is still at work inside.
import { access } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';
import { type LockManager, openLockManager } from '../lock-manager.ts';
import { lock, type Wanted } from './wanted.ts';

const STEPS_OF_WORK = 6;

export default async function relay(_process: string, wanted: Wanted, times: number): Promise<void> {
  await visit(openLockManager('locks'), wanted, times);
}

async function visit(manager: LockManager, wanted: Wanted, times: number): Promise<void> {
  const release = await lock(manager, wanted);
  mark('enters', wanted);
  const next = times > 1 ? visit(manager, wanted, times - 1) : undefined;
  await (next === undefined ? pause(5) : work());
  mark('leaves', wanted);
  await release();
  await next;
}

/** A few steps, and none of them gives way to other processes. Meanwhile what was asked for goes on in this one. */
async function work(): Promise<void> {
  for (let step = 0; step < STEPS_OF_WORK; step += 1) {
    await access('locks');
  }
}
