// Wrong: looks whether there is a lock file, then creates it. Two that both look first find none.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { section } from './lock-file.ts';

export default async function enter(process: string): Promise<void> {
  if (existsSync('lock')) {
    return;
  }

  writeFileSync('lock', process);
  await section();
  rmSync('lock', { force: true });
}
