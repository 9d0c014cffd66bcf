// The main program ends before its daemon has begun to work.
import { mark } from '#harness/scenario.ts';
import { Child } from '../daemon.ts';

const [deed] = process.argv.slice(2);
const daemon = new Child({ module: new URL('./tasks.ts', import.meta.url), name: 'serve' });
daemon.daemon = true;
daemon.start();
mark('the main program has nothing more to do');
if (deed === 'kill') process.kill(process.pid, 'SIGKILL');
