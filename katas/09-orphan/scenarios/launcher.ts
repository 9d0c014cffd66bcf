// Launches a task; later, when the test says so, it does the one thing that it is told to do.
import { setTimeout as pause } from 'node:timers/promises';
import { gate, gateSync, mark, speedUpTime } from '#harness/scenario.ts';
import { launch } from '../orphan.ts';

const [name = 'work', deed] = process.argv.slice(2);
await speedUpTime(1000);
mark('launched', launch({ module: new URL('./tasks.ts', import.meta.url), name, args: [process.pid] }));
await gate('do it');
if (deed === 'exit') process.exit(7);
if (deed === 'throw') throw new Error('the launcher fails, on purpose');

// A minute in peace: whatever is between an answer's two sides has begun.
await pause(60_000);
if (deed === 'block') gateSync('stand still');
await gate('stand still');
