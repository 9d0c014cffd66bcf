// A lock that is none: looks whether the file is there, and if not, creates it.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { mark } from '#harness/scenario.ts';

export default async function visit(name: string): Promise<void> {
  while (existsSync('lock')) {
    await pause(10);
  }

  writeFileSync('lock', name);
  mark('enters');
  mark('leaves');
  rmSync('lock', { force: true });
}
