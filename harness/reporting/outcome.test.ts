import { expect, test } from 'vitest';
import { areRight } from './outcome.ts';

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
