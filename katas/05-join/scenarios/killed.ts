// A child that a signal ends.
import { spawn } from 'node:child_process';
import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
const joined = join(child);
child.kill('SIGKILL');
mark('results', [await joined]);
