// Wrong: renames a lock away, looks whether its owner is dead, and puts it back if not. While it is away a third one may create it.
// With a sleep in the section one preemption would do, so there is none.
import { renameSync, rmSync } from 'node:fs';
import { mark } from '#harness/scenario.ts';
import { DEAD, ownerOf, succeeds, tryCreate } from './lock-file.ts';

export default function enter(process: string): void {
  if (tryCreate('lock') || (takesOver(`aside.${process}`) && tryCreate('lock'))) {
    mark('enters');
    mark('leaves');
    rmSync('lock', { force: true });
  }
}

function takesOver(aside: string): boolean {
  if (!succeeds('ENOENT', () => renameSync('lock', aside)) || ownerOf(aside) === DEAD) {
    return true;
  }

  renameSync(aside, 'lock');
  return false;
}
