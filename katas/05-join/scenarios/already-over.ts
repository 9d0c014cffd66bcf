// The child ended long ago, its events have come and gone; and it is joined twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

const child = spawn('sh', ['-c', 'exit 7']);
await once(child, 'close');
mark('over');
mark('results', [await join(child), await join(child)]);
