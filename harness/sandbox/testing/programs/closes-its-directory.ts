// Nobody may enter the sandbox's directories any more.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gate, mark } from '#harness/scenario.ts';

mkdirSync('inner/innermost', { recursive: true });
writeFileSync('inner/innermost/file', 'x');
mark('closing');
const work = process.cwd();
for (const directory of ['inner/innermost', 'inner', work, dirname(work)]) {
  chmodSync(directory, 0o000);
}

await gate('never');
