// A child has a child that watches it, and is terminated.
import { gate } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

const child = new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'haveAChild' } });
child.start();
await gate('terminate');
child.terminate();
await child.join();
