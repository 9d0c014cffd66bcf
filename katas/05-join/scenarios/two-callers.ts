// Two parts of a program wait for the same child, which is alive: `cat` ends when its input does.
import { spawn } from 'node:child_process';
import { gate, mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
const both = Promise.all([join(child), join(child)]);
await gate('both wait');
child.stdin.end();
mark('results', await both);
