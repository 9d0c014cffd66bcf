// Wrong: finds that the owner is dead, then writes its own name over whatever name is there by now.
import { rmSync, writeFileSync } from 'node:fs';
import { DEAD, ownerOf, section, tryCreateFor } from './lock-file.ts';

export default async function enter(process: string): Promise<void> {
  if (!tryCreateFor('lock', process)) {
    if (ownerOf('lock') !== DEAD) {
      return;
    }

    writeFileSync('lock', process);
  }

  await section();
  rmSync('lock', { force: true });
}
