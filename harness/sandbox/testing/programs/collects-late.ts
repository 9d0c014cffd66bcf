// Its child has ended, and it stands still: until its event loop turns, nobody collects the child.
import { spawn } from 'node:child_process';
import { gate, gateSync, mark } from '#harness/scenario.ts';

const child = spawn('sleep', ['1000']);
child.kill('SIGKILL');
mark('killed', child.pid);
gateSync('collect');
await gate('end');
