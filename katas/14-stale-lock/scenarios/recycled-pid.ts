// The holder is killed, and its pid is given to a stranger, who lives. Then somebody wants the lock.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { choosePid, mark } from '#harness/scenario.ts';
import { RobustMutex } from '../robust-mutex.ts';

const [part] = process.argv.slice(2);
const mutex = new RobustMutex('lock');
if (part === 'holds') {
  await mutex.acquire();
  process.send?.('inside');
} else if (part === 'comes') {
  await mutex.acquire();
  mark('enters');
  await mutex.release();
  process.disconnect();
} else if (part === 'lives') {
  process.once('message', () => process.disconnect());
} else {
  const holder = start('holds', 4711);
  await once(holder, 'message');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const stranger = start('lives', 4711);
  mark('pids', [holder.pid, stranger.pid]);
  await once(start('comes', 5000), 'exit');
  stranger.send('that is all');
  await once(stranger, 'exit');
}

function start(role: string, pid: number): ChildProcess {
  choosePid(pid);
  return fork(fileURLToPath(import.meta.url), [role]);
}
