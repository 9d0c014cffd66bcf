// Stops a child that the test has sent SIGSTOP before.
import { gate, mark } from '#harness/scenario.ts';
import { stop } from '../terminate.ts';
import { startPolite } from './children.ts';

const child = await startPolite();
mark('child', child.pid);
await gate('stop it');
mark('ending', await stop(child, 100));
