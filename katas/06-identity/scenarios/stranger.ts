// Somebody else's process: we may not send it a signal. Root may send one to everybody; so where this program is root's, it
// starts a process under another user's id, and takes a third one for the moment of the question.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { isRunning } from '../identity.ts';

const STRANGER = { uid: 65533 };
const US = 65534;

const isRoot = process.getuid?.() === 0;
const stranger = isRoot ? spawn('sleep', ['60'], { ...STRANGER, stdio: 'ignore' }) : undefined;
// Some containers do not let root change into anybody. Pid 1 is root's, and mostly not ours.
const pid =
  (await (stranger &&
    once(stranger, 'spawn').then(
      () => stranger.pid,
      () => undefined,
    ))) ?? 1;
mark('answer', pid === 1 ? isRunning(1) : asAnotherUser(() => isRunning(pid)));
stranger?.kill();

function asAnotherUser<T>(ask: () => T): T {
  process.seteuid?.(US);
  try {
    return ask();
  } finally {
    process.seteuid?.(0);
  }
}
