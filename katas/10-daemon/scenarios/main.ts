// A main program with a daemon. When the test says so it ends, in the way that it is told to.
import { gate, mark } from '#harness/scenario.ts';
import { Child } from '../daemon.ts';

const [name = 'serve', deed] = process.argv.slice(2);
const daemon = new Child({ module: new URL('./tasks.ts', import.meta.url), name }, { daemon: true });
daemon.start();
mark('daemon', daemon.pid);
await gate('end');
if (deed === 'exit') process.exit(3);
if (deed === 'throw') throw new Error('the main program fails, on purpose');
