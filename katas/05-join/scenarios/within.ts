// A child that is alive when the time is up, and answers; later it ends, well within a much longer time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { joinWithin } from '../join.ts';

const ONE_HOUR_MS = 3_600_000;

const child = spawn('cat', { stdio: ['pipe', 'pipe', 'ignore'] });
// A killed child does not read any more.
child.stdin.on('error', () => {});

mark('while it lives', await joinWithin(child, 50));
child.stdin.write('are you there?');
const [echo] = await once(child.stdout, 'data');
mark('its answer', String(echo));

const longer = joinWithin(child, ONE_HOUR_MS);
child.stdin.end();
mark('when it ended', await longer);
mark('long after', await joinWithin(child, ONE_HOUR_MS));
