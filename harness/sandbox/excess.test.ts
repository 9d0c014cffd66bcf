import { expect, test } from 'vitest';
import { type Excess, ExcessMeter } from './excess.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { Member } from './members.ts';
import { OwnTime } from './own-time.ts';
import { member } from './testing/entries.ts';

const LIMITS: Limits = { ...DEFAULT_LIMITS, processes: 3, births: 5, wallMs: 1_000, spinMs: 300 };

function judge(meter: ExcessMeter, alive: Member[], at: number, count = alive.length): Excess | undefined {
  return meter.judge({ alive, count }, at);
}

test('more processes at once, or in all, than the budget allows', () => {
  const meter = new ExcessMeter(LIMITS, 0);
  expect(
    judge(
      meter,
      [1, 2, 3].map((pid) => member(pid)),
      10,
      5,
    ),
  ).toBeUndefined();
  expect(
    judge(
      meter,
      [1, 2, 3, 4].map((pid) => member(pid)),
      20,
    ),
  ).toBe('over budget');
  expect(judge(meter, [member(1)], 30, 6)).toBe('over budget');
});

test('children that were only told of count as well', () => {
  const meter = new ExcessMeter(LIMITS, 0);
  for (let child = 0; child < 6; child += 1) {
    meter.noteSpawn();
  }

  expect(judge(meter, [member(1)], 10)).toBe('over budget');
});

test('processor time without a word', () => {
  const meter = new ExcessMeter(LIMITS, 0);
  expect(judge(meter, [member(1, { state: 'R', cpuMs: 290 })], 300)).toBeUndefined();
  meter.noteWord([member(1, { cpuMs: 290 })]);
  expect(judge(meter, [member(1, { state: 'R', cpuMs: 580 })], 600)).toBeUndefined();
  expect(judge(meter, [member(1, { state: 'R', cpuMs: 600 })], 620)).toBe('over time');
});

test('time on the wall, but not the time without a core', () => {
  const idle = new ExcessMeter(LIMITS, 0);
  const times = Array.from({ length: 60 }, (_, look) => look * 20);
  expect(times.map((at) => judge(idle, [member(1)], at)).indexOf('over time')).toBe(51);

  const loaded = new ExcessMeter(LIMITS, 0);
  expect(times.map((at) => judge(loaded, [member(1), member(2, { state: 'R' })], at))).not.toContain('over time');
});

test('four times as long, whatever the load', () => {
  const meter = new ExcessMeter(LIMITS, 0);
  const times = Array.from({ length: 220 }, (_, look) => look * 20);
  expect(times.map((at) => judge(meter, [member(1, { state: 'R' })], at)).indexOf('over time')).toBe(201);
});

test('time in which nobody looked hardly counts', () => {
  const meter = new ExcessMeter(LIMITS, 0);
  expect(judge(meter, [member(1)], 3_600_000)).toBeUndefined();
});

test('a process’s own time is its sleep and its work, and not its waiting for a core', () => {
  const own = new OwnTime();
  expect(own.look([member(1, { cpuMs: 500 })], 0)).toBe(0);
  expect(own.look([member(1, { cpuMs: 500 })], 20)).toBe(20);
  expect(own.look([member(1, { cpuMs: 500, state: 'R' })], 40)).toBe(20);
  expect(own.look([member(1, { cpuMs: 510, state: 'R' }), member(2)], 60)).toBe(30);
});
