// A test runner that stands in its own sandbox, and closes it.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Sandbox } from '../../sandbox.ts';
import { openTestRun } from '../../test-run.ts';

const testRun = await openTestRun();
const sandbox = new Sandbox(fileURLToPath(new URL('../programs/', import.meta.url)));
const run = await sandbox.play('stands-still');
process.chdir(run.directory);
await run.gate('end').reachedBy(1);
const members = (await run.processes()).map(({ pid }) => pid);
await run.close();
process.chdir(dirname(testRun.directory));
await testRun.close();
process.stdout.write(JSON.stringify({ scenario: run.pid, members }));
