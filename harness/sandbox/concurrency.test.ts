import { describe, expect } from 'vitest';
import { psTable } from '../processes/ps.ts';
import { Sandbox } from './sandbox.ts';
import { livingProcesses, programs, test } from './testing/play.ts';
import { Watcher } from './watcher.ts';

test('sandboxes are closed while others run, and touch nobody else’s processes', async ({ onTestFinished }) => {
  const sandboxes = [1, 2, 3, 4].map(() => new Sandbox(programs));
  onTestFinished(() => Promise.all(sandboxes.map((sandbox) => sandbox.close())).then(() => {}));
  const runs = await Promise.all(
    sandboxes.map((sandbox) => sandbox.play('escapes', { args: ['token', 'session+cwd'] })),
  );
  await Promise.all(runs.map((run) => run.gate('end').reachedBy(1)));

  const families = await Promise.all(runs.map(async (run) => (await run.processes()).map(({ pid }) => pid)));
  expect(new Set(families.flat()).size).toBe(12);
  for (const [number, sandbox] of sandboxes.entries()) {
    await sandbox.close();
    const living = new Set((await livingProcesses()).map(({ pid }) => pid));
    expect(families.map((family) => family.filter((pid) => living.has(pid)).length)).toEqual(
      sandboxes.map((_, other) => (other <= number ? 0 : 3)),
    );
  }
});

test('a sandbox closes once, however often and by whom it is asked', async ({ play, sandbox }) => {
  const run = await play('stands-still');
  await run.gate('end').reachedBy(1);
  await Promise.all([run.close(), sandbox.close(), run.close(), run.processes()]);
  expect(run.evidence().events.filter(({ type }) => type === 'signalled')).toHaveLength(1);
});

test('a play that is just beginning when the sandbox is closed is ended, too', async ({ sandbox }) => {
  const starting = sandbox.play('stands-still');
  await sandbox.close();
  const run = await starting;
  expect(run.exit).toEqual({ code: null, signal: 'SIGKILL' });
  await expect(sandbox.play('stands-still')).rejects.toThrow(/The test is over/);
});

// Slower by far than procfs: what is seen is old when it arrives.
describe('with the process table of ps', () => {
  const watcher = new Watcher(psTable());

  test('finds and ends whoever keeps a sign of membership', async ({ onTestFinished }) => {
    const sandbox = new Sandbox(programs, watcher);
    onTestFinished(() => sandbox.close());
    const escapes = ['ancestry+session', 'ancestry+token', 'token+session', 'cwd'];
    const run = await sandbox.play('escapes', { args: escapes });
    await run.gate('end').reachedBy(1);
    const family = (await run.processes()).map(({ pid }) => pid);
    expect(family).toHaveLength(5);
    await run.close();
    expect((await livingProcesses()).filter(({ pid }) => family.includes(pid))).toEqual([]);
  });

  test('judges what was left, and what was not', async ({ onTestFinished }) => {
    const sandbox = new Sandbox(programs, watcher);
    onTestFinished(() => sandbox.close());
    const clean = await sandbox.play('exits-at-import');
    const leaking = await sandbox.play('leaves-many', { args: ['1'] });
    await clean.ended();
    await expect(leaking.ended()).rejects.toMatchObject({ diagnosis: 'left-processes-behind' });
  });

  test('gives up at rest', async ({ onTestFinished }) => {
    const sandbox = new Sandbox(programs, watcher);
    onTestFinished(() => sandbox.close());
    const run = await sandbox.play('stands-still', { limits: { restMs: 500 } });
    await run.gate('end').reachedBy(1);
    await expect(run.mark('never')).rejects.toMatchObject({ gaveUp: 'at rest' });
  });
});
