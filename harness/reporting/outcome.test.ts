import { expect, test } from 'vitest';
import { areRight, describeCount } from './outcome.ts';

const passed = { state: 'passed' } as const;
const failed = { state: 'failed' } as const;
const forgotten = { state: 'skipped' } as const;
const notHere = { state: 'skipped', note: 'there is no python3 here' } as const;

test('an answer is right when every test passes that can be played on this system', () => {
  expect(areRight([passed, passed])).toBe(true);
  expect(areRight([passed, notHere])).toBe(true);
  expect(areRight([passed, failed])).toBe(false);
  expect(areRight([passed, forgotten])).toBe(false);
  expect(areRight([notHere])).toBe(false);
  expect(areRight([])).toBe(false);
});

test.each([
  [{ runs: 318, explored: 'all schedules of 2 processes', isComplete: true }, 'all 318 schedules of 2 processes'],
  [{ runs: 400, explored: 'all schedules of 2 processes', isComplete: false }, '400 schedules of 2 processes'],
  [
    { runs: 72, pruned: 933, explored: 'schedules of 3 processes with up to 2 preemptions', isComplete: true },
    'all 1005 schedules of 3 processes with up to 2 preemptions',
  ],
  [{ runs: 60, explored: 'random schedules of 4 processes', isComplete: true }, '60 random schedules of 4 processes'],
])('how much was tried: %o', (evidence, said) => {
  const rest = { scenario: '', processes: [], pruned: 0, crashes: 0, wasOutside: false, isAsked: false };
  const one = { ...rest, ...evidence };
  expect(describeCount([one])).toBe(said);
  expect(describeCount([{ ...one, wasOutside: true }])).toBe(`${evidence.runs} runs without control`);
  expect(describeCount([one, one])).toBe(`${2 * evidence.runs} schedules`);
});
