// Ends, and what it leaves starts processes without end as soon as the test lets it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gate } from '#harness/scenario.ts';

if (process.argv[2] === undefined) {
  spawn(process.execPath, [fileURLToPath(import.meta.url), 'child'], { detached: true, stdio: 'ignore' }).unref();
} else {
  await gate('explode');
  for (;;) {
    spawn('/bin/sleep', ['1000'], { stdio: 'ignore' });
    await new Promise(setImmediate);
  }
}
