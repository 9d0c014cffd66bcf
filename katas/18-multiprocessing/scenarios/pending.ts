// A child whose task is over before all that it has begun.
import { mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

const child = new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'leaveSomething' } });
child.start();
await child.join();
mark('joined', child.exitCode);
