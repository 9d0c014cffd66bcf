// run() throws in its process, and the program that waits for it has something else to do.
import { gate } from '#harness/scenario.ts';
import { Failing } from './greeters.ts';

const failing = new Failing();
failing.start();
await failing.join();
await gate('main lives on');
