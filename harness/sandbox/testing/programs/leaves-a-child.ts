// Ends, and its child waits at a gate.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./stands-still.ts', import.meta.url));
spawn(process.execPath, [program], { detached: true, stdio: 'ignore' }).unref();
