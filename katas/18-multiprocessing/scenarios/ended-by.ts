// A child is waited for in vain, and then ended: by terminate or by kill.
import { gate, mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';
import { look } from './look.ts';

const how = process.argv[2] === 'kill' ? 'kill' : 'terminate';
const child = new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'stay' }, daemon: true });
child.start();
mark('started', look(child));
await gate('join it');
await child.join(0);
mark('after join(0)', look(child));
await child.join(-1);
mark('after join(-1)', look(child));
await child.join(20);
mark('after join(20)', look(child));
await gate('end it');
child[how]();
mark('signal sent', look(child));
await child.join();
mark('joined', look(child));
await child.join();
mark('joined again', look(child));
