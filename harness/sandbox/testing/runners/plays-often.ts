// A test runner that plays two hundred times, and tells what it holds before and after.
import { readdirSync } from 'node:fs';
import { Sandbox } from '../../sandbox.ts';
import { openTestRun } from '../../test-run.ts';

const PLAYS = 200;
const AT_ONCE = 4;

const testRun = await openTestRun();
// What is opened once for all: pipes, timers, the reader of the process table.
await play(AT_ONCE);
const before = await held();
for (let plays = 0; plays < PLAYS; plays += AT_ONCE) {
  await play(AT_ONCE);
}

process.stdout.write(JSON.stringify({ before, after: await held() }));
await testRun.close();

async function play(count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const sandbox = new Sandbox('/nowhere');
      if (number === 0) {
        await sandbox.play('never', { command: ['/no/such/program'] }).catch(() => {});
      }

      const run = await sandbox.play('true', { command: ['/bin/echo', 'x'] });
      await run.ended();
      await sandbox.close();
    }),
  );
}

async function held() {
  // Handles are closed in the next turns of the loop.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    descriptors: readdirSync('/proc/self/fd').length,
    resources: process.getActiveResourcesInfo().toSorted(),
    listeners: process.eventNames().map((name) => process.listenerCount(name)),
    directories: readdirSync(testRun.directory),
  };
}
