// Nobody says what these processes are called.
import { mark } from '#harness/scenario.ts';
import { currentProcess, Process } from '../multiprocessing.ts';

class Greeter extends Process {}

mark('name', currentProcess().name);
const child = new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'tellNames', args: [2] } });
mark('another class', new Greeter().name);
child.start();
await child.join();
