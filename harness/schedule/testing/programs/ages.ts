// A file that was made a moment ago is young, and old an hour later.
import { statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export default async function age(): Promise<void> {
  writeFileSync('file', '');
  const young = Date.now() - statSync('file').mtimeMs;
  await pause(3_600_000);
  const old = Date.now() - statSync('file').mtimeMs;
  if (young > 600_000 || old < 3_000_000) {
    throw new Error(`It was ${young} ms old, and later ${old} ms.`);
  }
}
