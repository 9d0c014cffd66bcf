// A main program with a child that is no daemon. It has nothing more to do itself.
import { mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';

process.once('exit', () => mark('the main program ends'));
new Process({ target: { module: new URL('./tasks.ts', import.meta.url), name: 'finish' } }).start();
