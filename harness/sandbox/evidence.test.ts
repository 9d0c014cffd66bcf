import { expect } from 'vitest';
import type { Evidence } from './evidence.ts';
import { monotonicMs } from './journal-writer.ts';
import { test } from './testing/play.ts';

test('evidence is plain data, and tells the whole run', async ({ play }) => {
  const before = monotonicMs();
  const run = await play('starts-in-every-way');
  await run.gate('go on').reachedBy(8);
  run.gate('go on').open();
  await run.ended();
  const evidence = run.evidence();
  const after = monotonicMs();

  expect(structuredClone(evidence)).toEqual(evidence);
  expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
  expect(evidence).toMatchObject({
    scenario: 'starts-in-every-way',
    pid: run.pid,
    ending: 'by itself',
    exit: { code: 0, signal: null },
    stdout: '',
    stderr: '',
    doing: [],
    left: [],
    budget: 48,
  });
  expect(evidence.elapsedMs).toBeGreaterThan(0);
  expect(evidence.elapsedMs).toBeLessThan(after - before);
  expect(evidence.events.every(({ at }) => at > before && at < after)).toBe(true);

  const own = typesOf(evidence, run.pid);
  expect(own.at(-1)).toBe('gone');
  // On a busy machine it may speak before the first look at the table has shown it.
  const told = ['born', 'awake', 'mark', 'gate-reached', 'gate-passed', 'spawned', 'leaving'];
  expect(own).toEqual(expect.arrayContaining(told));
  const born = new Set(evidence.events.flatMap((event) => (event.type === 'born' ? [event.pid] : [])));
  const gone = new Set(evidence.events.flatMap((event) => (event.type === 'gone' ? [event.pid] : [])));
  expect(born.size).toBeGreaterThanOrEqual(9);
  expect(gone).toEqual(born);
});

test('births tell the program that a process became, and orphans their new parent', async ({ play }) => {
  const run = await play('slips-away', { survivors: 1 });
  const child = (await run.mark('child')).data;
  await run.processes();
  run.gate('end').open();
  await run.ended();

  const { events } = run.evidence();
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'born', pid: child, ppid: run.pid, command: '/bin/sleep 1000' }),
  );
  const { ppid: adopter } = (await run.processes()).find(({ pid }) => pid === child) ?? {};
  expect(adopter).not.toBe(run.pid);
  expect(events.filter((event) => event.type === 'adopted')).toEqual([
    { type: 'adopted', pid: child, at: expect.any(Number), from: run.pid, by: adopter },
  ]);
});

test('evidence does not change when it has been handed out', async ({ play }) => {
  const run = await play('stands-still');
  await run.gate('end').reachedBy(1);
  const evidence = run.evidence();
  const copy = structuredClone(evidence);
  run.gate('end').open();
  await run.ended();
  expect(evidence).toEqual(copy);
  expect(run.evidence().events.length).toBeGreaterThan(copy.events.length);
});

test('long output is shortened in the middle', async ({ play }) => {
  const run = await play('prints-two-megabytes');
  await run.ended();
  const { stdout } = run.evidence();
  expect(stdout.length).toBeLessThan(7_000);
  expect(stdout).toMatch(/^abcdefg\n.*characters left out.*abcdefg\n$/s);
});

function typesOf({ events }: Evidence, pid: number): string[] {
  return events.flatMap((event) => ('pid' in event && event.pid === pid ? [event.type] : []));
}
