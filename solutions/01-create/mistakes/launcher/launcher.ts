// Runs one task and waits for its end.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const runTask = fileURLToPath(new URL('./run-task.ts', import.meta.url));
const { status } = spawnSync(process.execPath, [runTask, process.argv[2] ?? ''], { stdio: 'inherit' });
process.exitCode = status ?? 1;
