// The main process looks at itself, and has a child say who its parent is.
import { mark } from '#harness/scenario.ts';
import { currentProcess, Process, parentProcess } from '../multiprocessing.ts';

const main = currentProcess();
mark('main', {
  alive: main.isAlive(),
  daemon: main.daemon,
  pid: main.pid,
  exitCode: main.exitCode ?? 'none',
  same: currentProcess() === main,
});
mark('its parent', parentProcess() ?? 'none');

const child = new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'tellParent' } });
child.start();
await child.join();
mark('itself', { pid: process.pid, name: main.name });
