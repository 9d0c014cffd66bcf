// A program that looks again and again whether its child is over.
import { spawn } from 'node:child_process';
import { mark } from '#harness/scenario.ts';
import { joinWithin } from '../join.ts';

const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
process.on('warning', ({ name, message }) => mark('warning', { name, message }));
for (let look = 0; look < 25; look++) {
  await joinWithin(child, 1);
}
child.stdin.end();
mark('over', await joinWithin(child, 3_600_000));
