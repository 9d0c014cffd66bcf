// Has a child while it looks and pauses: something outside of control, which lasts until it is told to end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export default async function haveAChild(): Promise<void> {
  const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(child, 'exit');
  existsSync('lock');
  await pause(10);
  child.stdin.end();
  await ended;
}
