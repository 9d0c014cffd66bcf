// A child has ended, and its pid has been given to a stranger: `cat`, who answers as long as nobody ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { choosePid, mark } from '#harness/scenario.ts';
import { Process } from '../multiprocessing.ts';
import { attempt } from './attempt.ts';

const target = { module: new URL('./tasks.ts', import.meta.url), name: 'nothing' };
choosePid(4711);
const child = new Process({ target });
child.start();
const { pid = 0 } = child;
await child.join();
mark('terminate() at once', await attempt(() => child.terminate()));

choosePid(pid);
const stranger = spawn('cat', { stdio: ['pipe', 'pipe', 'inherit'] });
// One that was ended does not read any more.
stranger.stdin.on('error', () => {});
mark('the stranger has that pid', stranger.pid === pid);
mark('terminate()', await attempt(() => child.terminate()));
mark('kill()', await attempt(() => child.kill()));
stranger.stdin.write('are you there?');
const [echo] = await once(stranger.stdout, 'data');
mark('the stranger answers', String(echo));
stranger.stdin.end();
