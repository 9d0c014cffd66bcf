// Waits for a child, makes a step in the same breath, and waits for the child again; it never comes to its end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

export default async function waitTwice(): Promise<void> {
  const child = spawn('cat', { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.write('are you there?');
  await once(child.stdout, 'data');
  existsSync('lock');
  await once(child, 'exit');
}
