// Starts two processes that have the same pid, one after the other.
import { spawnSync } from 'node:child_process';
import { choosePid, mark } from '#harness/scenario.ts';

const pids = [1, 2].map(() => {
  choosePid(4711);
  return spawnSync('true').pid;
});
mark('pids', pids);
