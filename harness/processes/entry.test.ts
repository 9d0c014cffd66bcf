import { expect, test } from 'vitest';
import { isOver, type ProcessEntry } from './entry.ts';

const entry: ProcessEntry = {
  pid: 7,
  ppid: 1,
  group: 7,
  session: 7,
  state: 'S',
  startTime: 0,
  cpuMs: 0,
  name: 'sleep',
  identity: '7@0',
};

test('a process that is not in the table is over', () => {
  expect(isOver(undefined)).toBe(true);
});

test.each(['Z', 'X'])('a process in state %s is over', (state) => {
  expect(isOver({ ...entry, state })).toBe(true);
});

test.each(['R', 'S', 'D', 'T', 't', 'I'])('a process in state %s is not over', (state) => {
  expect(isOver({ ...entry, state })).toBe(false);
});
