// Stops a tree in which one puts its things away when its parent, the root, has ended. Meanwhile it stops another tree.
import { gate, mark } from '#harness/scenario.ts';
import { stopTree } from '../terminate.ts';
import { cleaner, HOUR_MS, startPolite, startTalking } from './children.ts';

const { pid = 0 } = await startTalking('sh', ['-c', '"$@" & wait', 'sh', process.execPath, cleaner], true);
mark('root', pid);
const stopping = stopTree(pid, HOUR_MS).then(() => mark('the tree is over'));
await gate('the root has ended');
const other = await startPolite();
await stopTree(other.pid ?? 0, HOUR_MS);
mark('another tree is over');
await stopping;
