// A parent that holds every kind of channel to its child, and closes them all on purpose.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gate, mark } from '#harness/scenario.ts';

const runTask = fileURLToPath(new URL('../run-task.ts', import.meta.url));
const task = { module: new URL('./tasks.ts', import.meta.url), name: process.argv[2], args: [process.pid] };
const child = spawn(process.execPath, [runTask, JSON.stringify(task)], {
  stdio: ['pipe', 'inherit', 'inherit', 'pipe', 'ipc'],
});
await gate('close the channels');
child.disconnect();
child.stdin?.destroy();
child.stdio[3]?.destroy();
mark('closed');
await gate('never opened');
