// A child is told of a parent that has ended: so whoever is its parent now has adopted it.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gate } from '#harness/scenario.ts';

const { pid: ended } = spawnSync('true');
const runTask = fileURLToPath(new URL('../run-task.ts', import.meta.url));
const task = { module: new URL('./tasks.ts', import.meta.url), name: 'watch', args: [ended] };
const child = spawn(process.execPath, [runTask, JSON.stringify(task)], {
  stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
});
child.stdio[3]?.destroy();
await gate('never opened');
