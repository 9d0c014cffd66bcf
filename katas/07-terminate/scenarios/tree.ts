// Stops a tree of processes: the shell at its root ends when it is asked to. What is below it is told by the argument.
import { gate, mark } from '#harness/scenario.ts';
import { stopTree } from '../terminate.ts';
import { HOUR_MS, startTalking } from './children.ts';

const trees: Record<string, { command: string; graceMs: number }> = {
  grandchildren: { command: '(sleep 1000 & echo ready; wait) & wait', graceMs: HOUR_MS },
  stubborn: { command: '(trap "" TERM; echo ready; exec sleep 1000) & wait', graceMs: 100 },
};
const { command = '', graceMs = 0 } = trees[process.argv[2] ?? ''] ?? {};

const { pid = 0 } = await startTalking('sh', ['-c', command], true);
mark('the tree stands');
await gate('stop it');
await stopTree(pid, graceMs);
mark('the tree is over');
