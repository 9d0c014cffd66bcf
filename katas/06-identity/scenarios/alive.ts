// A child that ignores SIGTERM and ends when its input does, one that ends at once, and one that is killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { gate, mark } from '#harness/scenario.ts';
import { isAlive } from '../identity.ts';

const child = spawn('sh', ['-c', "trap '' TERM; echo ready; exec cat"], { stdio: ['pipe', 'pipe', 'inherit'] });
mark('just started', isAlive(child));
await once(child.stdout, 'data');
child.kill('SIGTERM');
mark('signalled', { pid: child.pid, isAlive: isAlive(child) });
await gate('look');
child.stdin.end();
await once(child, 'exit');

const others = [spawn('true'), spawn('false'), spawn('sleep', ['60'])];
others[2]?.kill('SIGKILL');
await Promise.all(others.map((other) => once(other, 'exit')));
const [zero, one, killed] = others.map(isAlive);
mark('over', { 'after a signal it ignored': isAlive(child), 'exit code 0': zero, 'exit code 1': one, killed });
