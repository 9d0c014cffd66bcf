import { expect } from 'vitest';
import { startBusyLoops } from './testing/busy-loops.ts';
import { test } from './testing/play.ts';

test('gives up at rest, and says what was missing', async ({ play }) => {
  const run = await play('stands-still', { limits: { restMs: 300 } });
  await expect(run.gate('end').reachedBy(2, { otherwise: 'some-diagnosis' })).rejects.toMatchObject({
    expected: "2 processes at gate 'end' at once",
    saw: `1: pid ${run.pid} waited there, and nobody else came; for 0.3 s nothing more happened`,
    gaveUp: 'at rest',
    diagnosis: 'some-diagnosis',
  });
  expect(run.evidence().doing).toMatchObject([{ pid: run.pid, gate: 'end' }]);
});

test('one wait can be given up sooner than the others', async ({ play }) => {
  const run = await play('stands-still', { limits: { restMs: 1_000_000 } });
  await run.gate('end').reachedBy(1);
  await expect(run.mark('never', { restMs: 100 })).rejects.toMatchObject({
    expected: "'never' to happen",
    saw: 'it did not happen; for 0.1 s nothing more happened',
  });
});

test('gives up when the run is over', async ({ play }) => {
  const run = await play('stands-still', { limits: { restMs: 1_000_000 } });
  await run.gate('end').reachedBy(1);
  run.gate('end').open();
  await expect(run.gate('end').reachedBy(2)).rejects.toMatchObject({
    saw: '1 came, and none of them is there now; the run was over',
    gaveUp: 'run over',
  });
  await expect(run.gate('other').reachedBy(1)).rejects.toMatchObject({ saw: 'nobody came; the run was over' });
  await run.ended();
});

test('gives up when the test itself ends the run', async ({ play }) => {
  const run = await play('stands-still', { limits: { restMs: 1_000_000 } });
  await run.gate('end').reachedBy(1);
  const waiting = Promise.allSettled([run.mark('never'), run.gone(run.pid), run.ended()]);
  await run.close();
  const [mark, gone] = await waiting;
  expect(mark).toMatchObject({ status: 'rejected', reason: { gaveUp: 'run over' } });
  expect(gone.status).toBe('fulfilled');
  await expect(run.mark('never')).rejects.toMatchObject({ gaveUp: 'run over' });
});

test('passes on what the cause throws', async ({ play }) => {
  const run = await play('stands-still');
  let looks = 0;
  const wait = run.until(
    () => {
      looks += 1;
      if (looks > 2) {
        throw new RangeError('of the test’s own');
      }

      return undefined;
    },
    { expected: 'nothing', saw: () => 'nothing' },
  );
  await expect(wait).rejects.toThrow(RangeError);
});

test('counts what has happened', async ({ play }) => {
  const run = await play('two-gates-at-once', { limits: { restMs: 300 } });
  run.gate('left').open();
  await expect(run.mark('passed', { count: 2 })).rejects.toMatchObject({
    expected: "'passed' to happen 2 times",
    saw: 'it happened 1 times; for 0.3 s nothing more happened',
  });
});

test('output that was written before the end is there when the run is over', async ({ play }) => {
  const run = await play('prints-two-megabytes');
  await run.until(() => (run.stdout.length === 1024 * 1024 ? true : undefined), {
    expected: 'a megabyte',
    saw: () => `${run.stdout.length} bytes`,
  });
});

test('waits for the end of one process', async ({ play }) => {
  const run = await play('leaves-a-child', { survivors: 1 });
  const [child = 0] = await run.gate('end').reachedBy(1);
  run.gate('end').open();
  await run.gone(child);
  expect((await run.processes()).map(({ pid }) => pid)).not.toContain(child);
});

test('waits until the parent has collected what is left of a process', async ({ play }) => {
  const run = await play('collects-late');
  const child = Number((await run.mark('killed')).data);
  await run.gone(child);
  await expect(run.reaped(child, { restMs: 100 })).rejects.toMatchObject({
    expected: `process ${child} to be collected by its parent`,
    saw: 'it is still there, a zombie; for 0.1 s nothing more happened',
  });
  run.gate('collect').open();
  await run.reaped(child);
});

test('signals only its own processes', async ({ play }) => {
  const run = await play('stands-still');
  await run.gate('end').reachedBy(1);
  await expect(run.signal('SIGTERM', process.pid)).rejects.toThrow(`No process ${process.pid} in this run`);
  await run.signal('SIGTERM');
  await run.ended();
  expect(run.exit).toEqual({ code: null, signal: 'SIGTERM' });
  expect(run.evidence().events.filter(({ type }) => type === 'signalled')).toMatchObject([
    { pid: run.pid, signal: 'SIGTERM', by: 'test' },
  ]);
});

test('does not take a loaded machine for rest', async ({ play }) => {
  const stop = startBusyLoops(4);
  try {
    const run = await play('works', { limits: { restMs: 250 } });
    await run.mark('done');
    await run.ended();
  } finally {
    await stop();
  }
});
