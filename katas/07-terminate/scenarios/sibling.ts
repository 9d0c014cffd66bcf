// Stops a tree beside which another child lives, `cat`, in the same process group as the tree and this program.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mark } from '#harness/scenario.ts';
import { stopTree } from '../terminate.ts';
import { startTalking } from './children.ts';

const sibling = spawn('cat', { stdio: ['pipe', 'pipe', 'inherit'] });
// One that was ended does not read any more.
sibling.stdin.on('error', () => {});
const { pid = 0 } = await startTalking('sh', ['-c', 'sleep 1000 & echo ready; wait']);
await stopTree(pid, 100);
sibling.stdin.write('are you there?');
const [echo] = await once(sibling.stdout, 'data');
mark('the sibling answers', String(echo));
sibling.stdin.end();
