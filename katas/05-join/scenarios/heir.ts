// The child ends at once; a child of its own lives on and holds its output open, until its input ends.
import { spawn } from 'node:child_process';
import { mark } from '#harness/scenario.ts';
import { join } from '../join.ts';

const child = spawn('sh', ['-c', 'cat <&3 & exit 3'], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
mark('results', [await join(child)]);
child.stdio[3]?.destroy();
