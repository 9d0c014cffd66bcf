// Starts tells.ts by all means there are, and ends after the last of them.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { mark, sandboxDirectory } from '#harness/scenario.ts';

const program = fileURLToPath(new URL('./tells.ts', import.meta.url));
const directory = sandboxDirectory() ?? '';
// What an empty environment takes away: without it Node 20 cannot read the program.
const flags = (process.env.NODE_OPTIONS ?? '').split(' ').filter((flag) => !flag.includes('witness'));

mark('before');
const children: (ChildProcess | Worker)[] = [
  fork(program, ['fork']),
  spawn(process.execPath, [program, 'spawn']),
  spawn(process.execPath, [program, 'detached'], { detached: true, stdio: 'ignore' }),
  spawn('/bin/sh', ['-c', '"$0" "$1" shell & wait', process.execPath, program]),
  spawn(process.execPath, [...flags, program, 'no environment'], { env: {} }),
  spawn(process.execPath, [...flags, program, 'attached', directory], { env: {}, cwd: '/' }),
  fork(program, ['blocked']),
  new Worker(program, { argv: ['thread'] }),
];
await Promise.all(children.map((child) => once(child, 'exit')));
mark('after');
