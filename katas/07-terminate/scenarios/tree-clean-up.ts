// Stops a tree in which one puts its things away when its parent, the root, has ended; it may take ten hours. A minute of them
// takes milliseconds here.
import { setTimeout as pause } from 'node:timers/promises';
import { gate, mark, speedUpTime } from '#harness/scenario.ts';
import { stopTree } from '../terminate.ts';
import { cleaner, HOUR_MS, startTalking } from './children.ts';

await speedUpTime(1000);
const { pid = 0 } = await startTalking('sh', ['-c', '"$@" & wait', 'sh', process.execPath, cleaner], true);
mark('root', pid);
const stopping = stopTree(pid, 10 * HOUR_MS).then(() => mark('the tree is over'));
await gate('the root has ended');
await pause(60_000);
mark('a minute is over');
await stopping;
