// What the wrong locks of this folder have in common, and what is right in each of them.
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';

/** The owner of a lock that is there from the beginning. */
export const DEAD = 'dead';

/** Creates a file that only one can create. */
export function tryCreate(path: string): boolean {
  return succeeds('EEXIST', () => closeSync(openSync(path, 'wx')));
}

/** The same, with a name in it: for a moment the file is there and empty. */
export function tryCreateFor(path: string, owner: string): boolean {
  return succeeds('EEXIST', () => writeFileSync(path, owner, { flag: 'wx' }));
}

/** @returns undefined when there is no such file */
export function ownerOf(path: string): string | undefined {
  let owner: string | undefined;
  succeeds('ENOENT', () => {
    owner = readFileSync(path, 'utf8');
  });
  return owner;
}

/** Whether it is done, or fails in the expected way. */
export function succeeds(expected: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === expected) {
      return false;
    }

    throw error;
  }
}

/** Its sleep lets another one come in without a preemption: an overlap of two needs one fewer. */
export async function section(name?: string): Promise<void> {
  mark('enters', name);
  await pause(10);
  mark('leaves', name);
}

/** Looks again and again, for ever. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await pause(10);
  }
}
