// Somebody else's process: we may not send it a signal. Pid 1 is one, unless we are root, who may send one to everybody. So root
// starts a process under another user's id, and takes a third one for the moment of the question.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { isRunning } from '../identity.ts';

if (process.getuid?.() === 0) {
  await askAsAnotherUser();
} else {
  mark('answer', isRunning(1));
}

async function askAsAnotherUser(): Promise<void> {
  const stranger = spawn('sleep', ['60'], { uid: 65533, stdio: 'ignore' });
  const isStarted = await once(stranger, 'spawn').catch(() => undefined);
  // Where root may not change into anybody, as in some containers, pid 1 must do.
  const { pid = 1 } = isStarted ? stranger : {};
  try {
    if (isStarted) process.seteuid?.(65534);
    const answer = isRunning(pid);
    process.seteuid?.(0);
    mark('answer', answer);
  } finally {
    process.seteuid?.(0);
    stranger.kill();
  }
}
