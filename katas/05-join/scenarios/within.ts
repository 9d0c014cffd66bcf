// A child that is alive when the time is up; later it ends, well within a much longer time.
import { spawn } from 'node:child_process';
import { gate, mark } from '#harness/scenario.ts';
import { joinWithin } from '../join.ts';

const ONE_HOUR_MS = 3_600_000;

const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
mark('child', child.pid);
mark('while it lives', await joinWithin(child, 50));
await gate('look at the child');
const longer = joinWithin(child, ONE_HOUR_MS);
child.stdin.end();
mark('when it ended', await longer);
mark('long after', await joinWithin(child, ONE_HOUR_MS));
