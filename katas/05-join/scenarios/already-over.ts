// Two children ended long ago, one by a signal; their events have come and gone. One of them is joined twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

const child = spawn('sh', ['-c', 'exit 7']);
const killed = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
killed.kill('SIGKILL');
await Promise.all([once(child, 'close'), once(killed, 'close')]);
mark('over');
mark('results', [await join(child), await join(child), await join(killed)]);
