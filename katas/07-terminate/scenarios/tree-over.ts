// A tree that was over before anybody wanted to stop it.
import { spawnSync } from 'node:child_process';
import { mark } from '#harness/scenario.ts';
import { stopTree } from '../terminate.ts';
import { HOUR_MS } from './children.ts';

const { pid } = spawnSync('true');
await stopTree(pid, HOUR_MS);
mark('the tree is over');
