// Wrong: renames the lock of a dead owner away, looks whose it was, and puts it back if its owner lives. While it is away a third one
// may create it.
import { renameSync, rmSync } from 'node:fs';
import { DEAD, ownerOf, section, succeeds, tryCreate } from './lock-file.ts';

export default async function enter(process: string): Promise<void> {
  if (ownerOf('lock') === DEAD) {
    takeAway(`aside.${process}`);
  }

  if (tryCreate('lock')) {
    await section();
    rmSync('lock', { force: true });
  }
}

function takeAway(aside: string): void {
  if (succeeds('ENOENT', () => renameSync('lock', aside)) && ownerOf(aside) !== DEAD) {
    renameSync(aside, 'lock');
  }
}
