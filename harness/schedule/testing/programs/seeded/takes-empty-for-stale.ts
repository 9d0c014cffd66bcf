// Wrong: a lock file without a name in it counts as one that a crash left. It may be one whose name comes next.
import { rmSync } from 'node:fs';
import { ownerOf, section, tryCreateFor } from './lock-file.ts';

export default async function enter(process: string): Promise<void> {
  if (!tryCreateFor('lock', process)) {
    if (ownerOf('lock') !== '') {
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
