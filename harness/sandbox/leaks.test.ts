import { expect } from 'vitest';
import { isAlive, test } from './testing/play.ts';

// Nothing in these tests waits for these to pass.
const PATIENT = { leftRestMs: 1_000_000, leftWorkMs: 1_000_000, restMs: 1_000_000 };

test('a program that leaves nothing has ended at once', async ({ play }) => {
  const run = await play('exits-at-import', { limits: PATIENT });
  await run.ended();
  expect(run.evidence()).toMatchObject({ ending: 'by itself', left: [], doing: [] });
});

test('a child that is left is reported with pid and command, and is ended', async ({ play }) => {
  const run = await play('leaves-a-child', { limits: { leftRestMs: 200 } });
  const [child = 0] = await run.gate('end').reachedBy(1);
  await expect(run.ended()).rejects.toMatchObject({
    diagnosis: 'left-processes-behind',
    expected: 'nothing left when the program had ended',
    saw: expect.stringMatching(new RegExp(`^1 still there\npid ${child} \\(parent \\d+\\): .*stands-still.ts$`)),
  });
  expect(run.evidence().left).toMatchObject([{ pid: child, gate: 'end' }]);
  await run.close();
  expect(await isAlive(child)).toBe(false);
});

test('a child that works on when its parent has ended is left, too', async ({ play }) => {
  const run = await play('leaves-many', { args: ['1'], limits: { leftRestMs: 1_000_000, leftWorkMs: 200 } });
  await expect(run.ended()).rejects.toMatchObject({ diagnosis: 'left-processes-behind' });
});

test('a child that is just ending is not left', async ({ play }) => {
  const run = await play('leaves-a-child', { limits: PATIENT });
  await run.gate('end').reachedBy(1);
  const ended = run.ended();
  await run.until(() => run.exit, { expected: 'the parent to end', saw: () => 'it did not' });
  run.gate('end').open();
  await ended;
  expect(run.evidence().left).toEqual([]);
});

test('a leak is reported at the end of a test that did not ask, once', async ({ play, sandbox }) => {
  const run = await play('leaves-many', { args: ['1'], limits: { leftRestMs: 100 } });
  await run.until(() => run.exit, { expected: 'the program to end', saw: () => 'it did not' });
  await expect(sandbox.close()).rejects.toMatchObject({ diagnosis: 'left-processes-behind' });
  await sandbox.close();
});

test('a declared survivor lives on until the sandbox is closed', async ({ play }) => {
  const run = await play('leaves-a-child', { survivors: 1, limits: PATIENT });
  const [child = 0] = await run.gate('end').reachedBy(1);
  await run.ended();
  expect(await isAlive(child)).toBe(true);
  expect(run.evidence()).toMatchObject({ ending: 'by itself', left: [] });
  await run.close();
  expect(await isAlive(child)).toBe(false);
});

test('a run that is let go is watched as long as anything of it lives, and no longer', async ({ play, sandbox }) => {
  const run = await play('leaves-a-child', { survivors: 1, limits: PATIENT });
  const [child = 0] = await run.gate('end').reachedBy(1);
  const gone = sandbox.letGo(run);
  await run.ended();
  await run.processes();
  expect(await isAlive(child)).toBe(true);
  expect(sandbox.runs).toContain(run);
  run.gate('end').open();
  await gone;
  expect(sandbox.runs).not.toContain(run);
});

test('one more than declared is a leak', async ({ play }) => {
  const run = await play('leaves-many', { args: ['2'], survivors: 1, limits: { leftRestMs: 100 } });
  await expect(run.ended()).rejects.toMatchObject({
    expected: 'at most 1 left',
    saw: expect.stringMatching(/^2 still there\n/),
  });
});

test('what the program wrote is there when it has ended, also if a survivor holds its output', async ({ play }) => {
  const run = await play('leaves-many', { args: ['1'], survivors: 1, limits: PATIENT });
  await run.ended();
  expect(run.stdout).toBe('that was all\n');
});

test('a survivor that goes too far is stopped, and every wait says so', async ({ play }) => {
  const run = await play('leaves-a-bomb', { survivors: 1, limits: { ...PATIENT, processes: 8 } });
  await run.gate('explode').reachedBy(1);
  await run.ended();
  run.gate('explode').open();
  await expect(run.mark('never')).rejects.toMatchObject({ gaveUp: 'over budget' });
  await expect(run.ended()).rejects.toMatchObject({ gaveUp: 'over budget' });
  expect(run.evidence().ending).toBe('over budget');
});
