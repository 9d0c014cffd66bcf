import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { monotonicMs } from './journal-writer.ts';
import { test } from './testing/play.ts';

const WAYS = ['fork', 'spawn', 'detached', 'shell', 'no environment', 'attached', 'blocked', 'thread'];

test('marks and gates work in every descendant, however it was started', async ({ play }) => {
  const run = await play('starts-in-every-way');
  const pids = await run.gate('go on').reachedBy(WAYS.length);
  expect(run.marks('here').map(({ data }) => data)).toEqual(expect.arrayContaining(WAYS));
  // A worker thread is no process of its own.
  expect(pids).toContain(run.pid);
  expect(run.marks('passed')).toEqual([]);

  run.gate('go on').open();
  await run.mark('passed', { count: WAYS.length });
  await run.ended();
  expect(run.exit).toEqual({ code: 0, signal: null });
});

test('times of all processes are comparable', async ({ play }) => {
  const before = monotonicMs();
  const run = await play('starts-in-every-way');
  run.gate('go on').open();
  await run.ended();

  const order = [before, ...['before', 'here', 'after'].map((name) => run.marks(name)[0]?.at), monotonicMs()];
  expect(order).toEqual(order.toSorted((one, other) => Number(one) - Number(other)));
  for (const { pid, at, data } of run.marks('here')) {
    const passed = run.marks('passed').find((mark) => mark.pid === pid && mark.data === data);
    expect(passed?.at).toBeGreaterThan(at);
  }
});

test('a mark survives SIGKILL directly after it', async ({ play }) => {
  const run = await play('dies-after-a-word');
  await run.ended();
  expect(run.exit).toEqual({ code: null, signal: 'SIGKILL' });
  expect(run.marks('last words')).toMatchObject([{ pid: run.pid, data: 'x'.repeat(200_000) }]);
});

test('marks of many processes at once never mix', async ({ play }) => {
  const run = await play('twenty-count');
  const pids = await run.gate('count').reachedBy(20);
  run.gate('count').open();
  await run.mark('number', { count: 20 * 200 });

  const lines = readFileSync(join(dirname(run.directory), 'journal'), 'utf8')
    .split('\n')
    .filter(Boolean);
  expect(() => lines.map((line) => JSON.parse(line))).not.toThrow();
  for (const pid of pids) {
    const marks = run.marks('number').filter((mark) => mark.pid === pid);
    expect(marks.map(({ data }) => (data as { number: number }).number)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
    expect(marks.every(({ at }, index) => at > (marks[index - 1]?.at ?? 0))).toBe(true);
  }

  await run.ended();
});

test('a process can stand at several gates, and counts at each', async ({ play }) => {
  const run = await play('two-gates-at-once');
  await run.gate('left').reachedBy(1);
  await run.gate('right').reachedBy(1);
  expect([run.gate('left').waiting, run.gate('right').waiting]).toEqual([[run.pid], [run.pid]]);

  run.gate('right').open();
  await run.mark('passed');
  expect([run.gate('left').waiting, run.gate('right').waiting]).toEqual([[run.pid], []]);
  run.gate('left').open();
  await run.ended();
  expect(run.gate('left').arrivals).toEqual([run.pid]);
});

test('a gate that is open already holds nobody up', async ({ play }) => {
  const run = await play('stands-still');
  run.gate('end').open();
  await run.ended();
  expect(run.exit).toEqual({ code: 0, signal: null });
});
