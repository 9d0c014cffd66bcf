import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTemporaryDirectory } from './sandbox/testing/runner.ts';
import { forAny } from './test.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

// A kata whose tests fail in every way that the fixture has to see to.
const KATA = {
  'package.json': JSON.stringify({ type: 'module', imports: { '#harness/*': './harness/*' } }),
  'katas/01-x/scenarios/leaks.ts': `import { spawn } from 'node:child_process';
spawn('/bin/sleep', ['1000'], { detached: true, stdio: 'ignore' }).unref();`,
  'katas/01-x/scenarios/ends.ts': '',
  'katas/01-x/scenarios/loops.ts': 'for (;;) {}',
  'katas/01-x/x.test.ts': `import { expect, test } from '#harness/test.ts';
test('leaks', async ({ sandbox }) => {
  const run = await sandbox.play('leaks', { limits: { leftRestMs: 100 } });
  await run.until(() => run.exit, { expected: 'an end', saw: () => 'none' });
});
test('fails, and leaks', async ({ sandbox }) => {
  const run = await sandbox.play('leaks', { limits: { leftRestMs: 100 } });
  await run.until(() => run.exit, { expected: 'an end', saw: () => 'none' });
  expect(run.exit, 'some-diagnosis').toBe('what it is not');
});
test('passes', async ({ sandbox }) => {
  const run = await sandbox.play('ends');
  expect(await run.ended()).toHaveExitedWith(0);
});`,
  'katas/02-y/scenarios/loops.ts': 'for (;;) {}',
  'katas/02-y/y.test.ts': `import { test } from '#harness/test.ts';
for (const number of [1, 2, 3, 4]) {
  test.sequential('loops ' + number, async ({ sandbox }) => {
    const run = await sandbox.play('loops', { limits: { spinMs: 300 } });
    await run.ended();
  });
}`,
};

test('a property that fails is played again only as often as it may be, to find smaller values', async () => {
  for (const [shrinks, found] of [
    [0, /Counterexample: \[1000\]/],
    [50, /Counterexample: \[7\]/],
  ] as const) {
    let plays = 0;
    const property = async (value: number) => {
      plays += 1;
      if (value >= 7) throw new Error(`${value} is too much`);
    };
    const options = { runs: 1, examples: [[1000]] as [number][], shrinks };
    await expect(forAny([fc.nat()], property, options)).rejects.toThrow(found);
    expect(plays).toBeLessThanOrEqual(1 + shrinks);
  }
});

test('each test of a kata gets a sandbox that is closed with it, and evidence if it fails', async ({
  onTestFinished,
}) => {
  const workbook = await makeTemporaryDirectory(onTestFinished);
  for (const [path, text] of Object.entries(KATA)) {
    mkdirSync(join(workbook, path, '..'), { recursive: true });
    writeFileSync(join(workbook, path), text);
  }

  for (const name of ['harness', 'node_modules', 'vitest.config.ts']) {
    symlinkSync(join(root, name), join(workbook, name));
  }

  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { stdout } = await execa(process.execPath, [vitest, 'run', 'katas/0', '--reporter=json'], {
    cwd: workbook,
    extendEnv: false,
    env: { PATH: process.env.PATH ?? '' },
    stdin: 'ignore',
    reject: false,
  });
  const results: { name: string; assertionResults: unknown }[] = JSON.parse(stdout).testResults;
  // Vitest tells them in the order in which they end.
  const [x, y] = results.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  expect(x?.assertionResults).toMatchObject([
    {
      title: 'leaks',
      status: 'failed',
      // Vitest reports an error of a teardown twice.
      failureMessages: Array(2).fill(expect.stringContaining('expected nothing left when the program had ended')),
      meta: { runs: [{ scenario: 'leaks', left: [{ command: '/bin/sleep 1000' }] }] },
    },
    {
      title: 'fails, and leaks',
      status: 'failed',
      // What went wrong first, alone.
      failureMessages: [expect.stringContaining('[some-diagnosis]')],
      meta: { runs: [{ left: [{ command: '/bin/sleep 1000' }] }] },
    },
    { title: 'passes', status: 'passed', meta: {} },
  ]);
  const stopped = { status: 'failed', meta: { runs: [{ ending: 'over time' }] } };
  expect(y?.assertionResults).toMatchObject([
    stopped,
    stopped,
    stopped,
    // An answer that had to be stopped so often is not worth more time.
    { title: 'loops 4', status: expect.stringMatching(/pending|skipped/) },
  ]);
});
