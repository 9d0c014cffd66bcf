// Between the making and the reaping the event loop turns; and afterwards there is nothing left to reap.
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { gateSync, mark } from '#harness/scenario.ts';
import { makeZombie, reap } from '../zombie.ts';

makeZombie();
mark('made one');
await turnOfTheLoop();
await turnOfTheLoop();
await reap();
mark('reaped');
await reap();
mark('reaped again');
gateSync('look');
