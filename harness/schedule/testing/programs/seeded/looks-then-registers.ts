// Wrong: finds the lock taken, then registers as a waiter. Who releases it between the two wakes nobody.
import { existsSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { section, tryCreate, until } from './lock-file.ts';

export default async function enter(): Promise<void> {
  while (!tryCreate('lock')) {
    writeFileSync('waiter', '');
    await until(() => !existsSync('waiter'));
  }

  await section();
  unlinkSync('lock');
  rmSync('waiter', { force: true });
}
