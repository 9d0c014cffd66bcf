// Does things of its own between its steps, of which the others see nothing.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';

export default async function look(): Promise<void> {
  existsSync('lock');
  await readFile('/proc/self/stat');
  await turn();
  existsSync('lock');
}
