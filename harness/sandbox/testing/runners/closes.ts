// A test runner that comes to its end, and tells what is left then. Its guardian may be killed before.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isOver } from '../../../processes/entry.ts';
import { processTable } from '../../../processes/table.ts';
import { Sandbox } from '../../sandbox.ts';
import { openTestRun } from '../../test-run.ts';

const testRun = await openTestRun();
const sandbox = new Sandbox(fileURLToPath(new URL('../programs/', import.meta.url)));
const run = await sandbox.play('family');
await run.gate('end').reachedBy(2);
if (process.argv[2] === 'without its guardian') {
  process.kill(testRun.guardian, 'SIGKILL');
}

// The sandbox is not closed: that is left to the guardian.
await testRun.close();
const living = (await processTable().list()).filter((entry) => !isOver(entry)).map(({ pid }) => pid);
const result = {
  directoryExists: existsSync(testRun.directory),
  guardianLives: living.includes(testRun.guardian),
  scenarioLives: living.includes(run.pid),
};
process.stdout.write(JSON.stringify(result));
process.exit();
