// Wrong: releases by reading whose the lock is, then removing it. The first owner's time is over, so the lock may be taken from it
// between the two. To take it is right: whoever does so holds a guard meanwhile.
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { ownerOf, section, succeeds } from './lock-file.ts';

export default async function enter(process: string, expired: string): Promise<void> {
  if (process !== expired) {
    if (!take(process, expired)) {
      return;
    }

    await section();
  }

  if (ownerOf('lock') === process) {
    rmSync('lock', { force: true });
  }
}

function take(process: string, expired: string): boolean {
  if (!succeeds('EEXIST', () => mkdirSync('guard'))) {
    return false;
  }

  const owner = ownerOf('lock');
  const isFree = owner === undefined || owner === expired;
  if (isFree) {
    writeFileSync('lock', process);
  }

  rmdirSync('guard');
  return isFree;
}
