// Starts the lottery by another name: a symbolic link to it, such as npm makes for the commands of a package.
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mark } from '#harness/scenario.ts';

symlinkSync(fileURLToPath(new URL('../lottery.ts', import.meta.url)), 'tonight.ts');
const { pid, status } = spawnSync(process.execPath, ['tonight.ts'], { stdio: 'inherit' });
mark('program', { pid, status });
process.exitCode = status ?? 1;
