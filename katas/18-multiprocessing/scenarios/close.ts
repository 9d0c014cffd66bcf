// A process object is closed: too early, in time, and once more.
import { gate, mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

const child = new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'stay' }, daemon: true });
child.start();
mark('closed while it is alive', await attempt(() => child.close()));
mark('afterwards', await attempt(() => child.isAlive()));
await gate('close');
await child.join();
mark('closed', await attempt(() => child.close()));
mark('isAlive()', await attempt(() => child.isAlive()));
mark('join()', await attempt(() => child.join()));
mark('terminate()', await attempt(() => child.terminate()));
mark('kill()', await attempt(() => child.kill()));
mark('start()', await attempt(() => child.start()));
mark('exitCode', await attempt(() => child.exitCode));
mark('closed again', await attempt(() => child.close()));
