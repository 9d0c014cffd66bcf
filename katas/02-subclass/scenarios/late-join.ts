// The process has ended, and Node has told so, before anybody joins it; then it is joined twice.
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { gate, mark } from '#harness/scenario.ts';
import { Greeter } from './greeters.ts';

const greeter = new Greeter('tony');
greeter.start();
await gate('join');
await turnOfTheLoop();
await turnOfTheLoop();
await greeter.join();
await greeter.join();
mark('joined twice');
