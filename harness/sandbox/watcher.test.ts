import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import type { ProcessEntry } from '../processes/entry.ts';
import { processTable } from '../processes/table.ts';
import { monotonicMs } from './journal-writer.ts';
import { LateTable } from './testing/late-table.ts';
import { type Watched, Watcher } from './watcher.ts';

/** Remembers which pids it was shown. */
class Witness implements Watched {
  readonly since = monotonicMs();
  readonly looks: { pids: Set<number>; at: number }[] = [];
  readonly failures: unknown[] = [];
  beats = 0;

  beat(): void {
    this.beats += 1;
  }

  glance(): void {}

  see(entries: readonly ProcessEntry[], _look: unknown, at: number): void {
    this.looks.push({ pids: new Set(entries.map(({ pid }) => pid)), at });
  }

  fail(error: unknown): void {
    this.failures.push(error);
  }

  /** How many looks have shown that process. */
  sightingsOf(pid: number): number {
    return this.looks.filter(({ pids }) => pids.has(pid)).length;
  }
}

function startSleeper(onTestFinished: (end: () => void) => void): number {
  const sleeper = spawn('/bin/sleep', ['1000'], { stdio: 'ignore' });
  onTestFinished(() => void sleeper.kill('SIGKILL'));
  return Number(sleeper.pid);
}

test('what the caller did before he looked is seen, also when a look is under way', async ({ onTestFinished }) => {
  const table = new LateTable(processTable());
  const watcher = new Watcher(table);
  const witness = new Witness();
  onTestFinished(watcher.watch(witness));

  const early = watcher.look();
  await table.hasTaken(1);
  const sleeper = startSleeper(onTestFinished);
  const [late, later] = [watcher.look(), watcher.look()];
  table.handOver();
  await early;
  expect(witness.sightingsOf(sleeper)).toBe(0);

  await table.hasTaken(2);
  table.handOver();
  await Promise.all([late, later]);
  expect(witness.sightingsOf(sleeper)).toBe(1);
});

test('two who look at different times are both served by what they may rely on', async ({ onTestFinished }) => {
  const table = new LateTable(processTable());
  const watcher = new Watcher(table);
  const witness = new Witness();
  onTestFinished(watcher.watch(witness));

  const first = watcher.look();
  await table.hasTaken(1);
  const second = watcher.look();
  table.handOver();
  await first;
  await table.hasTaken(2);
  // The second look is under way: whoever comes now needs a third.
  const sleeper = startSleeper(onTestFinished);
  const third = watcher.look();
  table.handOver();
  await second;
  expect(witness.sightingsOf(sleeper)).toBe(0);
  await table.hasTaken(3);
  table.handOver();
  await third;
  expect(witness.sightingsOf(sleeper)).toBe(1);
});

test('whoever comes during a look is not shown a table that is older than he', async ({ onTestFinished }) => {
  const table = new LateTable(processTable());
  const watcher = new Watcher(table);
  const [early, late] = [new Witness(), new Witness()];
  onTestFinished(watcher.watch(early));
  const look = watcher.look();
  await table.hasTaken(1);
  onTestFinished(watcher.watch(late));
  table.handOver();
  await look;
  expect([early.looks.length, late.looks.length]).toEqual([1, 0]);
});

test('a look is dated by its beginning', async ({ onTestFinished }) => {
  const table = new LateTable(processTable());
  const watcher = new Watcher(table);
  const witness = new Witness();
  onTestFinished(watcher.watch(witness));
  const look = watcher.look();
  await table.hasTaken(1);
  const taken = monotonicMs();
  table.handOver();
  await look;
  expect(witness.looks[0]?.at).toBeLessThan(taken);
});

test('a look that fails is told to its caller, and does not spoil the next', async ({ onTestFinished }) => {
  const table = new LateTable(processTable());
  const watcher = new Watcher(table);
  const witness = new Witness();
  onTestFinished(watcher.watch(witness));
  const [first, second] = [watcher.look(), watcher.look()];
  await table.hasTaken(1);
  // Both wait for the same listing: it was taken after they had come.
  table.handOver(new RangeError('no table today'));
  await expect(first).rejects.toThrow('no table today');
  await expect(second).rejects.toThrow('no table today');

  const third = watcher.look();
  await table.hasTaken(2);
  const fourth = watcher.look();
  table.handOver(new RangeError('nor tomorrow'));
  await expect(third).rejects.toThrow('nor tomorrow');
  await table.hasTaken(3);
  table.handOver();
  await fourth;
  expect(witness.looks).toHaveLength(1);
});

test('a look of its own that fails is told to whoever is watched', async ({ onTestFinished }) => {
  const table = new LateTable(processTable());
  const watcher = new Watcher(table);
  const witness = new Witness();
  onTestFinished(watcher.watch(witness));
  await table.hasTaken(1);
  table.handOver(new RangeError('no table today'));
  await table.hasTaken(2);
  expect(witness.failures).toEqual([new RangeError('no table today')]);
  expect(witness.beats).toBeGreaterThan(0);
  table.handOver();
});

test('nothing is looked at when nobody is watched any more', async () => {
  const table = new LateTable(processTable());
  const watcher = new Watcher(table);
  const unwatch = watcher.watch(new Witness());
  await table.hasTaken(1);
  unwatch();
  table.handOver();
  await watcher.watch(new Witness())();
  expect(table.taken).toBe(1);
});
