// A child that starts a child of its own. Whether it is a daemon is told by the argument.
import { gate } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

const target = { module: new URL('./tasks.ts', import.meta.url), name: 'startAnother' };
new Process({ target, daemon: process.argv[2] === 'daemon' }).start();
await gate('end');
