// One process puts a new number where the old one stands, in one of the ways that first empty the file; another one reads it.
import { copyFile, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile as copyLater, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { mark } from '#harness/scenario.ts';

const ways: Record<string, () => unknown> = {
  copyFileSync: () => copyFileSync('next', 'tickets'),
  'copyFile with a callback': () => promisify(copyFile)('next', 'tickets'),
  'copyFile with a promise': () => copyLater('next', 'tickets'),
  async 'writeFile of a handle'() {
    const handle = await open('tickets', 'w');
    await handle.writeFile('1');
    await handle.close();
  },
};

export default async function fill(_process: string, way?: string): Promise<void> {
  if (way === undefined) {
    mark('read', readFileSync('tickets', 'utf8'));
    return;
  }

  writeFileSync('next', '1');
  await ways[way]?.();
}
