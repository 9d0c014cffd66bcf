// Processes that run: this one, a child, and a child that is stopped, as Ctrl-Z does it.
import { spawn } from 'node:child_process';
import { gate, mark } from '#harness/scenario.ts';
import { isRunning } from '../identity.ts';

const child = spawn('cat', { stdio: ['pipe', 'ignore', 'inherit'] });
const { pid = 0 } = child;
const answers = { itself: isRunning(process.pid), 'a child': isRunning(pid) };
child.kill('SIGSTOP');
mark('child', pid);
await gate('stopped');
mark('answers', { ...answers, 'a child that is stopped': isRunning(pid) });
child.kill('SIGKILL');
