// A main program with a daemon. When the test says so it ends, in the way that it is told to.
import { gate } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

const [deed] = process.argv.slice(2);
const target = { module: new URL('./tasks.ts', import.meta.url), name: 'stay' };
const daemon = new Process({ target, daemon: true });
daemon.start();
await daemon.join(10);
await gate('end');
if (deed === 'exit') process.exit(3);
if (deed === 'throw') throw new Error('the main program fails, on purpose');
