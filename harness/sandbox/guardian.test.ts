import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { processTable } from '../processes/table.ts';
import { findEntry } from '../processes/testing/start-process.ts';
import { SANDBOX_VARIABLE } from './journal-writer.ts';
import { livingProcesses } from './testing/play.ts';
import { makeTemporaryDirectory, runnerCommand, startRunner } from './testing/runner.ts';

const table = processTable();

/** What a runner tells of itself. */
interface Told {
  runner: number;
  directory: string;
  guardian: number;
  pids: number[];
}

for (const moment of ['opened', 'starting', 'playing', 'sweeping']) {
  test(`a runner that is killed leaves nothing: ${moment}`, async ({ onTestFinished }) => {
    const temporary = await makeTemporaryDirectory(onTestFinished);
    const runner = startRunner(temporary, 'plays', [moment]);
    const told = await read(runner.stdout);
    process.kill(told.runner, 'SIGKILL');
    // Its guardian holds the other end of standard error: that ends when both are gone.
    await runner;
    await expectNothingLeft(told, temporary);
  });
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} to the runner, and to the guardian before it`, async ({ onTestFinished }) => {
    const temporary = await makeTemporaryDirectory(onTestFinished);
    const runner = startRunner(temporary, 'plays', ['playing']);
    const told = await read(runner.stdout);
    process.kill(told.guardian, signal);
    process.kill(told.runner, signal);
    const { signal: end } = await runner;
    expect(end).toBe(signal);
    await expectNothingLeft(told, temporary);
  });
}

test('a runner that was stopped before it was killed leaves nothing', async ({ onTestFinished }) => {
  const temporary = await makeTemporaryDirectory(onTestFinished);
  const runner = startRunner(temporary, 'plays', ['playing']);
  const told = await read(runner.stdout);
  process.kill(told.runner, 'SIGSTOP');
  await findEntry(table, 'the runner stopped', ({ pid, state }) => pid === told.runner && state === 'T');
  process.kill(told.runner, 'SIGKILL');
  await runner;
  await expectNothingLeft(told, temporary);
});

for (const circumstance of ['with its guardian', 'without its guardian']) {
  test(`a runner that closes the test run leaves nothing: ${circumstance}`, async ({ onTestFinished }) => {
    const temporary = await makeTemporaryDirectory(onTestFinished);
    const { stdout, stderr, exitCode } = await startRunner(temporary, 'closes', [circumstance]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(JSON.parse(stdout)).toEqual({ directoryExists: false, guardianLives: false, scenarioLives: false });
    expect(readdirSync(temporary)).toEqual([]);
  });
}

for (const [kind, suffix] of [
  ['as npm runs it', ''],
  ['with a shell between', '; exit $?'],
]) {
  test(`killing npm ends the whole test run: ${kind}`, async ({ onTestFinished }) => {
    const temporary = await makeTemporaryDirectory(onTestFinished);
    const home = await makeTemporaryDirectory(onTestFinished);
    const script = runnerCommand('plays', ['playing'])
      .map((word) => `'${word}'`)
      .join(' ');
    await mkdir(join(home, 'package'));
    await writeFile(join(home, 'package', 'package.json'), JSON.stringify({ scripts: { test: `${script}${suffix}` } }));
    const npm = execa('npm', ['test', '--silent'], {
      cwd: join(home, 'package'),
      extendEnv: false,
      env: { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: temporary },
      stdin: 'ignore',
      reject: false,
    });
    const told = await read(npm.stdout);
    npm.kill('SIGKILL');
    await npm;
    await expectNothingLeft(told, temporary);
  });
}

async function read(stdout: AsyncIterable<unknown>): Promise<Told> {
  for await (const chunk of stdout) {
    return JSON.parse(String(chunk));
  }

  throw new Error('Expected a runner to tell of itself, and it ended.');
}

async function expectNothingLeft({ runner, guardian, directory, pids }: Told, temporary: string): Promise<void> {
  const living = await livingProcesses();
  const details = await table.inspect(
    living.map(({ pid }) => pid),
    SANDBOX_VARIABLE,
  );
  const left = living.filter(({ pid }) => {
    const { token, cwd } = details.get(pid) ?? {};
    return [runner, guardian, ...pids].includes(pid) || token?.startsWith(directory) || cwd?.startsWith(directory);
  });
  expect(left).toEqual([]);
  expect(readdirSync(temporary)).toEqual([]);
}
