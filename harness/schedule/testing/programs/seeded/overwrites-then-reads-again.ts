// Wrong: writes its own name over that of a dead owner, and is content when it reads it again. So was the one before it.
import { rmSync, writeFileSync } from 'node:fs';
import { DEAD, ownerOf, section, tryCreateFor } from './lock-file.ts';

export default async function enter(process: string): Promise<void> {
  if (!tryCreateFor('lock', process)) {
    if (ownerOf('lock') !== DEAD) {
      return;
    }

    writeFileSync('lock', process);
    if (ownerOf('lock') !== process) {
      return;
    }
  }

  await section();
  rmSync('lock', { force: true });
}
