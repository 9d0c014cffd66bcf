// Processes are made, with and without a word on whether they are daemons; in the main process, and in a daemon.
import { mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

mark('made in the main process', [
  new Process({}).daemon,
  new Process({ daemon: true }).daemon,
  new Process({ daemon: false }).daemon,
]);
const target = { module: new URL('./tasks.ts', import.meta.url), name: 'makeProcesses' };
const daemon = new Process({ target, daemon: true });
daemon.start();
await daemon.join();
