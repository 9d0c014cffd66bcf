// Launches a task; later, when the test says so, it does the one thing that it is told to do.
import { gate, gateSync, mark, speedUpTime } from '#harness/scenario.ts';
import { launch } from '../orphan.ts';

const [name = 'work', deed] = process.argv.slice(2);
await speedUpTime(1000);
mark('launched', launch({ module: new URL('./tasks.ts', import.meta.url), name, args: [process.pid] }));
await gate('do it');
if (deed === 'exit') process.exit(7);
if (deed === 'throw') throw new Error('the launcher fails, on purpose');
if (deed === 'block') gateSync('blocked');
