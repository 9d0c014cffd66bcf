import { expect, test } from 'vitest';
import { RestMeter } from './rest.ts';
import { member } from './testing/entries.ts';

const LOOK_MS = 20;

/** Looks at members again and again, and returns the rest of each look. */
function measure(meter: RestMeter, looks: number, membersAt: (look: number) => ReturnType<typeof member>[]): number[] {
  return Array.from({ length: looks }, (_, look) => meter.look(membersAt(look), look * LOOK_MS));
}

function makeMeter(busyThreads: (pid: number) => boolean = () => false): RestMeter {
  return new RestMeter(busyThreads);
}

test('who sleeps is at rest', () => {
  expect(measure(makeMeter(), 4, () => [member(1), member(2, { state: 'T' })])).toEqual([0, 20, 40, 60]);
});

test('who polls with a pause is at rest', () => {
  // 3 % of a core.
  const rests = measure(makeMeter(), 101, (look) => [member(1, { cpuMs: Math.floor(look * LOOK_MS * 0.03) })]);
  expect(rests.at(-1)).toBe(2_000);
});

test('who computes is not', () => {
  const rests = measure(makeMeter(), 101, (look) => [member(1), member(2, { cpuMs: look * LOOK_MS * 0.3 })]);
  expect(Math.max(...rests)).toBeLessThan(200);
});

test('who waits for a core or a disk is not, however little it gets done', () => {
  expect(Math.max(...measure(makeMeter(), 101, () => [member(1), member(2, { state: 'R' })]))).toBe(0);
  expect(Math.max(...measure(makeMeter(), 101, () => [member(1, { state: 'D' })]))).toBe(0);
});

test('who wakes after a long sleep and waits for a core does not count as resting from then on', () => {
  const rests = measure(makeMeter(), 101, (look) => [member(1, { state: look < 90 ? 'S' : 'R' })]);
  expect(rests.at(-1)).toBe(rests[89]);
});

test('time in which some thread waits for a core does not count either, once it matters', () => {
  const rests = measure(
    makeMeter((pid) => pid === 2),
    101,
    () => [member(1), member(2)],
  );
  expect(rests.at(-1)).toBe(100);
});

test('many who poll, some of them seen at work by chance, are at rest a little later', () => {
  const polling = (look: number) => (pid: number) =>
    member(pid, { state: (look * 7 + pid * 3) % 10 === 0 ? 'R' : 'S' });
  const rests = measure(makeMeter(), 126, (look) => Array.from({ length: 20 }, (_, pid) => polling(look)(pid)));
  expect(rests.at(-1)).toBeGreaterThan(2_000);
});

test('what happens begins a new rest', () => {
  const meter = makeMeter();
  measure(meter, 10, () => [member(1)]);
  meter.disturb();
  expect(meter.look([member(1)], 10 * LOOK_MS)).toBe(0);
  expect(meter.look([member(1)], 11 * LOOK_MS)).toBe(20);
});

test('time in which nobody looked hardly counts', () => {
  const meter = makeMeter();
  meter.look([member(1)], 0);
  expect(meter.look([member(1)], 3_600_000)).toBe(500);
});

test('who was just born has used no processor time before', () => {
  const meter = makeMeter();
  meter.look([member(1)], 0);
  expect(meter.look([member(1), member(2, { cpuMs: 20 })], LOOK_MS)).toBe(20);
});
