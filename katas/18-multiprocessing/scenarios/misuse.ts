// What a caller may not do.
import { mark } from '#harness/scenario.ts';
import { currentProcess, Process } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

const module = new URL('./tasks.ts', import.meta.url);
const child = new Process({ target: { module, name: 'joinItself' } });
mark('join() before start()', await attempt(() => child.join()));
mark('terminate() before start()', await attempt(() => child.terminate()));
mark('the main process joins itself', await attempt(() => currentProcess().join()));
child.start();
mark('a second start()', await attempt(() => child.start()));
mark('daemon set after start()', await attempt(() => Object.assign(child, { daemon: true })));
mark('daemon', child.daemon);
await child.join();
mark('start() after the end', await attempt(() => child.start()));
