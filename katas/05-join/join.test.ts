import { expect, fc, forAny, test } from '#harness/test.ts';

const ended = (code: number) => ({ code, signal: null });

test('waits for a child that is alive, for two callers at once', async ({ sandbox }) => {
  const run = await sandbox.play('two-callers');
  await run.gate('both wait').reachedBy(1, { otherwise: 'blocked-while-joining' });
  expect(run.marks('results'), 'joined-a-living-child').toEqual([]);
  run.gate('both wait').open();

  const { data } = await run.mark('results', { otherwise: 'one-caller-forgotten' });
  expect(data, 'wrong-exit').toEqual([ended(0), ended(0)]);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('knows how a child ended long ago, as often as it is asked', async ({ sandbox }) => {
  const run = await sandbox.play('already-over');
  await run.mark('over');
  const { data } = await run.mark('results', { otherwise: 'listened-too-late' });
  expect(data, 'wrong-exit').toEqual([ended(7), ended(7), { code: null, signal: 'SIGKILL' }]);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('rejects with the cause when the program could not be started', async ({ sandbox }) => {
  const run = await sandbox.play('not-there');
  const { data } = await run.mark('rejected', { otherwise: 'start-error-lost' });
  expect(data, 'start-error-lost').toMatchObject({ code: 'ENOENT' });
  expect(await run.ended()).toHaveExitedWith(0);
});

test('joins a child that writes a megabyte nobody reads', async ({ sandbox }) => {
  const run = await sandbox.play('megabyte');
  const { data } = await run.mark('results', { otherwise: 'output-not-drained' });
  expect(data, 'wrong-exit').toEqual([ended(0)]);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('waits for the child, not for whoever holds its output', async ({ sandbox }) => {
  const run = await sandbox.play('heir');
  const { data } = await run.mark('results', { otherwise: 'waited-for-the-output' });
  expect(data, 'wrong-exit').toEqual([ended(3)]);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('rests while it waits', async ({ sandbox }) => {
  const run = await sandbox.play('resting');
  const { data } = await run.mark('utilization', { otherwise: 'busy-waited' });
  // A wait for an event uses 1 or 2 %, a look every 10 ms about 5 %, a loop without a pause 100 %.
  expect(data, 'busy-waited').toBeLessThan(0.6);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('joinWithin gives up in time and leaves the child alive', async ({ sandbox }) => {
  const run = await sandbox.play('within');
  const { data } = await run.mark('while it lives', { otherwise: 'waited-past-the-limit' });
  expect(data, 'said-joined-too-early').toBe(false);
  await run.mark('its answer', { otherwise: 'killed-by-join-within' });
});

test('joinWithin says true as soon as the child has ended, and its timer keeps nobody up', async ({ sandbox }) => {
  const run = await sandbox.play('within');
  expect((await run.mark('when it ended', { otherwise: 'waited-past-the-limit' })).data, 'wrong-answer').toBe(true);
  expect((await run.mark('long after', { otherwise: 'listened-too-late' })).data, 'wrong-answer').toBe(true);
  expect(await run.ended({ otherwise: 'timer-left-behind' })).toHaveExitedWith(0);
});

test('joinWithin leaves no listeners behind', async ({ sandbox }) => {
  const run = await sandbox.play('many-short-waits');
  await run.mark('over', { otherwise: 'listened-too-late' });
  expect(run.marks('warning'), 'listeners-left-behind').toEqual([]);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('runAll of no tasks is no results', async ({ sandbox }) => {
  const run = await sandbox.play('no-tasks');
  expect((await run.mark('results', { otherwise: 'hangs-on-nothing' })).data, 'hangs-on-nothing').toEqual([]);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('starts every child before it waits for any', async ({ sandbox }) => {
  const run = await sandbox.play('three-children');
  await run.gate('working').reachedBy(3, { otherwise: 'joined-before-all-started' });
  run.gate('working').open();
  const { data } = await run.mark('results', { otherwise: 'slept-instead-of-joining', restMs: 500 });
  expect(data, 'wrong-exit').toEqual([ended(0), ended(0), ended(0)]);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('one task that fails does not hide the others', async ({ sandbox }) => {
  const run = await sandbox.play('one-fails');
  const { data } = await run.mark('results', { otherwise: 'rejects-on-failure' });
  expect(data, 'rejects-on-failure').toEqual([ended(1), ended(0)]);
  expect(await run.ended()).toHaveExitedWith(0);
});

test('gives the results in the order of the tasks, whatever the order of finishing', async ({ sandbox }) => {
  // Not in the order of the tasks, and all codes different: then every wrong order shows.
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 }).filter((one) => String(one) !== '0,1,2');
  const codes = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 });
  await forAny(
    [order, codes],
    async (finishing, expected) => {
      const run = await sandbox.play('any-order', { args: expected.map(String) });
      for (const child of finishing) {
        const [pid = 0] = await run.gate(`end ${child}`).reachedBy(1, { otherwise: 'joined-before-all-started' });
        run.gate(`end ${child}`).open();
        await run.gone(pid);
      }

      const { data } = await run.mark('results', { otherwise: 'slept-instead-of-joining', restMs: 500 });
      expect(data, 'in-finishing-order').toEqual(expected.map(ended));
      await run.ended();
    },
    { runs: 1 },
  );
});
