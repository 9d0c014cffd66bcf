// Node loads this in a child before its task: the child starts the lottery, with all that it has in its environment.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { mark } from '#harness/scenario.ts';

const lottery = fileURLToPath(new URL('../lottery.ts', import.meta.url));
const env = { ...process.env, NODE_OPTIONS: process.env.USUAL_OPTIONS };
const { pid, status } = spawnSync(process.execPath, [lottery], { env, stdio: 'inherit' });
mark('program', { pid, status });
process.exitCode = status ?? 1;
