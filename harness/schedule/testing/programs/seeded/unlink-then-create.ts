// Wrong: finds that the owner is dead, then removes what is there by now: it may be the lock of who was faster.
import { rmSync } from 'node:fs';
import { DEAD, ownerOf, section, tryCreateFor } from './lock-file.ts';

export default async function enter(process: string): Promise<void> {
  if (!tryCreateFor('lock', process)) {
    if (ownerOf('lock') !== DEAD) {
      return;
    }

    rmSync('lock', { force: true });
    if (!tryCreateFor('lock', process)) {
      return;
    }
  }

  await section();
  rmSync('lock', { force: true });
}
