// Copies the program into a folder with a name that is hard to spell in a URL, and starts it there.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mark } from '#harness/scenario.ts';

const folder = '50% off, draw #1 抽奖';
mkdirSync(folder);
writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
const kata = new URL('../', import.meta.url);
for (const name of readdirSync(kata).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
  copyFileSync(new URL(name, kata), `${folder}/${name}`);
}

const { pid, status } = spawnSync(process.execPath, [`${folder}/lottery.ts`], { stdio: 'inherit' });
mark('program', { pid, status });
process.exitCode = status ?? 1;
