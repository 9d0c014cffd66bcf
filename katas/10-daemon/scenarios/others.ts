// A main program with two daemons and a child that is none. It has nothing more to do itself.
import { mark } from '#harness/scenario.ts';
import { Child } from '../daemon.ts';

const module = new URL('./tasks.ts', import.meta.url);
process.once('exit', () => mark('the main program ends'));
new Child({ module, name: 'serve' }, { daemon: true }).start();
new Child({ module, name: 'finish' }).start();
new Child({ module, name: 'serve' }, { daemon: true }).start();
