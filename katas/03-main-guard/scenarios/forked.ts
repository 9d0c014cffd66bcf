// Starts the lottery with fork(), which gives it a channel for messages to its parent.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';

const program = fork(new URL('../lottery.ts', import.meta.url));
const [status] = await once(program, 'exit');
mark('program', { pid: program.pid, status });
process.exitCode = status ?? 1;
