// A child that sleeps, is stopped, and ends, all while our event loop stands still. Then the loop turns.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { gateSync, mark } from '#harness/scenario.ts';
import { stateOf } from '../zombie.ts';

const child = spawn('sleep', ['1000'], { stdio: 'ignore' });
const { pid = 0 } = child;
mark('child', pid);
for (const moment of ['asleep', 'stopped', 'ended']) {
  gateSync(moment);
  mark(`state when ${moment}`, `${stateOf(pid)}`);
}
await once(child, 'exit');
mark('state when reaped', `${stateOf(pid)}`);
