// A child ends while this program stands still, so nobody has collected how it ended: it is a zombie. Then that is done.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { gateSync, mark } from '#harness/scenario.ts';
import { isRunning } from '../identity.ts';

const child = spawn('cat', { stdio: ['pipe', 'ignore', 'inherit'] });
const { pid = 0 } = child;
mark('child', pid);
gateSync('it has ended');
mark('a zombie', isRunning(pid));
await once(child, 'exit');
mark('a free pid', isRunning(pid));
