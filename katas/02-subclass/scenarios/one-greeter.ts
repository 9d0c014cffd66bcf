// A program starts one process and goes on; the process greets for as long as the test wants.
import { mark } from '#harness/scenario.ts';
import { Greeter } from './greeters.ts';

const greeter = new Greeter('tony', ['jason']);
mark('made', { pid: greeter.pid });
// start() gives back nothing to wait for, so that to wait for it changes nothing.
await greeter.start();
mark('start() returned', { pid: greeter.pid });
