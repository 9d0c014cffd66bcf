// The life of a process object: made, started, joined.
import { mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';
import { look } from './look.ts';

const target = {
  module: new URL('./tasks.ts', import.meta.url),
  name: 'report',
  args: [1, 2, { hello: 23, bye: 2.54 }],
};
const child = new Process({ target, name: 'SomeProcess', daemon: true });
mark('made', { ...look(child), pid: child.pid ?? 'none', name: child.name, daemon: child.daemon });
child.start();
mark('started', { ...look(child), pid: child.pid });
await child.join();
mark('joined', look(child));
