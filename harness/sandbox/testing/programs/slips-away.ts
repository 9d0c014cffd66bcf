// Starts a child that takes off everything but its parent. Then it ends, and nothing tells where the child came from.
import { spawn } from 'node:child_process';
import { gate, mark } from '#harness/scenario.ts';

const child = spawn('/bin/sleep', ['1000'], { env: {}, cwd: '/', detached: true, stdio: 'ignore' });
child.unref();
mark('child', child.pid);
await gate('end');
