// The child writes far more than a pipe holds, and nobody reads.
import { spawn } from 'node:child_process';
import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

const child = spawn('head', ['-c', '1048576', '/dev/zero'], { stdio: ['ignore', 'pipe', 'inherit'] });
mark('results', [await join(child)]);
