import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Run } from './run.ts';
import { isAlive, livingProcesses, test } from './testing/play.ts';
import { makeTemporaryDirectory, startRunner } from './testing/runner.ts';
import { startStranger } from './testing/stranger.ts';

const SIGNS = ['ancestry', 'session', 'token', 'cwd'];
// Every set of signs but all four: none, each alone, in pairs, and three at once.
const ESCAPES = Array.from({ length: 15 }, (_, set) => SIGNS.filter((_sign, index) => set & (1 << index)).join('+'));

test('whoever keeps one sign of membership is found, reported and ended', async ({ play }) => {
  const run = await play('escapes', { args: ESCAPES, limits: { leftRestMs: 100 } });
  await run.gate('end').reachedBy(1);
  const sleepers = await pidsOf(run, ESCAPES.length);
  const seen = (await run.processes()).map(({ pid }) => pid);
  expect(seen.toSorted()).toEqual([run.pid, ...sleepers].toSorted());

  run.gate('end').open();
  const leak = await run.ended().catch((error: unknown) => error);
  expect(leak).toMatchObject({ diagnosis: 'left-processes-behind' });
  expect(
    run
      .evidence()
      .left.map(({ pid }) => pid)
      .toSorted(),
  ).toEqual(sleepers.toSorted());

  await run.close();
  const living = (await livingProcesses()).map(({ pid }) => pid);
  expect(living.filter((pid) => sleepers.includes(pid))).toEqual([]);
});

test('whoever was seen once remains a member, without any sign', async ({ play }) => {
  const run = await play('slips-away', { limits: { leftRestMs: 100 } });
  const child = (await run.mark('child')).data as number;
  expect((await run.processes()).map(({ pid }) => pid)).toContain(child);

  run.gate('end').open();
  await expect(run.ended()).rejects.toThrow(`pid ${child} (parent `);
  await run.close();
  expect(await isAlive(child)).toBe(false);
});

test('a stranger is never touched, whatever his directory', async ({ play }) => {
  const run = await play('stands-still');
  await run.gate('end').reachedBy(1);
  const similar = `${dirname(run.directory)}-similar`;
  mkdirSync(similar);
  const strangers = [
    await startStranger(run.directory),
    await startStranger(similar),
    await startStranger('/', { PIDOJO_SANDBOX: similar }),
  ];
  const members = (await run.processes()).map(({ pid }) => pid);
  await run.close();
  const areAlive = await Promise.all(strangers.map(({ pid }) => isAlive(pid)));
  for (const stranger of strangers) {
    await stranger.end();
  }

  expect(members).toEqual([run.pid]);
  expect(areAlive).toEqual([true, true, true]);
});

test('the test runner is no member, not even when it stands in the sandbox', async ({ onTestFinished }) => {
  const temporary = await makeTemporaryDirectory(onTestFinished);
  const { stdout, exitCode, stderr } = await startRunner(temporary, 'stands-in-its-sandbox');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const { scenario, members } = JSON.parse(stdout);
  expect(members).toEqual([scenario]);
});

async function pidsOf(run: Run, count: number): Promise<number[]> {
  const aim = { expected: `${count} pids`, saw: () => 'fewer' };
  const read = () => Array.from({ length: count }, (_, number) => readPid(join(run.directory, `${number}.pid`)));
  return run.until(() => (read().every(Boolean) ? read() : undefined), aim);
}

function readPid(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}
