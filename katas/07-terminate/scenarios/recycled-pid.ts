// A child has ended, and its pid has been given to a stranger: `cat`, who answers as long as nobody ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { choosePid, mark } from '#harness/scenario.ts';
import { stop, terminate } from '../terminate.ts';

choosePid(4711);
const child = spawn('true', { stdio: 'ignore' });
await once(child, 'exit');

choosePid(4711);
const stranger = spawn('cat', { stdio: ['pipe', 'pipe', 'inherit'] });
// One that was ended does not read any more.
stranger.stdin.on('error', () => {});
// Where no pid can be chosen, the child is told that of the stranger: it comes to the same.
if (stranger.pid !== child.pid) Object.defineProperty(child, 'pid', { value: stranger.pid });

terminate(child);
mark('ending', await stop(child, 100));
stranger.stdin.write('are you there?');
const [echo] = await once(stranger.stdout, 'data');
mark('the stranger answers', String(echo));
stranger.stdin.end();
