import { expect, test } from 'vitest';
import { findVariable, parseRow, parseTexts, parseTime } from './ps-output.ts';

test.each([
  ['00:00:00', 0],
  ['00:01:05', 65_000],
  ['02:00:00', 7_200_000],
  ['3-04:05:06', 273_906_000],
  ['0:00.05', 50],
  ['75:01.99', 4_501_990],
])('reads the processor time %s as %i ms', (text, ms) => {
  expect(parseTime(text)).toBe(ms);
});

test.each(['', '-', '??', '1:2:3:4:5'])("does not read a processor time from '%s'", (text) => {
  expect(parseTime(text)).toBeNaN();
});

test('reads a row, its start time in UTC', () => {
  expect(parseRow('  712     1   712 S   00:00:02 Mon Nov  3 05:45:57 2025   700')).toEqual({
    pid: 712,
    ppid: 1,
    group: 712,
    session: 700,
    state: 'S',
    cpuMs: 2000,
    startedAt: Date.UTC(2025, 10, 3, 5, 45, 57),
    identity: '712@Mon Nov 3 05:45:57 2025',
  });
});

test('reads a row without a session, as macOS has it', () => {
  const row = parseRow('  712     1   712 Ss     0:00.25 Mon Nov  3 05:45:57 2025    ');
  expect(row).toMatchObject({ pid: 712, session: undefined, state: 'S', cpuMs: 250 });
});

test.each(['', 'ps: illegal option', '  712  1  712 S'])("refuses the row '%s'", (row) => {
  expect(() => parseRow(row)).toThrow(`and read '${row}'`);
});

test('keeps the spaces of a text', () => {
  expect(parseTexts('    1 init\n   12  two  words  \n  123 \n 1234')).toEqual(
    new Map([
      [1, 'init'],
      [12, ' two  words  '],
      [123, ''],
      [1234, ''],
    ]),
  );
});

test('joins a text that goes over several lines', () => {
  expect(parseTexts('    1 a\nb\n\nc\n    2 d')).toEqual(
    new Map([
      [1, 'a\nb\n\nc'],
      [2, 'd'],
    ]),
  );
});

test('takes a line that begins with a pid nobody asked for as part of a text', () => {
  expect(parseTexts('    1 a\n    7 b\n    2 d', new Set([1, 2]))).toEqual(
    new Map([
      [1, 'a\n    7 b'],
      [2, 'd'],
    ]),
  );
});

test('believes neither of two rows for one pid', () => {
  expect(parseTexts('    1 a\n    2 forged\n    2 d')).toEqual(
    new Map([
      [1, 'a'],
      [2, ''],
    ]),
  );
});

test.each([
  ['after the command', 'sleep 9 A=1 TOKEN=x B=2', 'x'],
  ['before the command', 'A=1 TOKEN=x B=2 sleep 9', 'x'],
  ['at the end', 'sleep 9 TOKEN=x', 'x'],
  ['with spaces in its value', 'sleep 9 TOKEN=/tmp/a b/c  d B=2', '/tmp/a b/c  d'],
  ['with an equals sign in its value', 'sleep 9 TOKEN=x=y B=2', 'x=y'],
  ['without a value', 'sleep 9 TOKEN= B=2', ''],
  ['under a longer name', 'sleep 9 MY_TOKEN=x TOKENS=y', undefined],
  ['not at all', 'sleep 9', undefined],
  ['beside another command', 'other TOKEN=x', undefined],
])('finds a variable that stands %s', (_, text, value) => {
  expect(findVariable(text, 'sleep 9', 'TOKEN')).toBe(value);
});

test('does not take an argument for a variable', () => {
  expect(findVariable('sleep TOKEN=forged TOKEN=x', 'sleep TOKEN=forged', 'TOKEN')).toBe('x');
  expect(findVariable('sleep TOKEN=forged', 'sleep TOKEN=forged', 'TOKEN')).toBeUndefined();
});
