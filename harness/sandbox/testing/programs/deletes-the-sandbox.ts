// With the journal and the gates; a child without environment stands in what is gone.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gate, mark } from '#harness/scenario.ts';

mark('here');
spawn('/bin/sleep', ['1000'], { env: {}, detached: true, stdio: 'ignore' });
await gate('go on');
rmSync(join(process.cwd(), '..'), { recursive: true });
mark('never read');
setInterval(() => {}, 1000);
