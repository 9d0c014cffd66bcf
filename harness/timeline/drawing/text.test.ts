import { expect, test } from 'vitest';
import { shorten, toPrintable, widthOf } from './text.ts';

test.for([
  ['plain', 5],
  ['─●✂▒', 4],
  ['持有鎖', 6],
  ['ガギグ', 6],
  ['ｶﾞ', 2],
  ['한국어', 6],
  ['Ｗ，', 4],
  ['é', 1],
  ['✅', 2],
  ['𠮷', 2],
] as const)('counts the cells of %s', ([text, width]) => {
  expect(widthOf(text)).toBe(width);
});

test('keeps a text on one line and its width certain', () => {
  expect(toPrintable(' two\n\tlines ')).toBe('two lines');
  expect(toPrintable('\u001b[31mred\u001b[0m\u0007')).toBe('red');
  expect(toPrintable('e\u0301\u0302')).toBe('é');
  expect(toPrintable('👩‍👧\ud83d 🇨🇭')).toBe('👩👧');
});

test('says in 7 bits what can be said', () => {
  expect(toPrintable('café 持有 ok', true)).toBe('cafe ok');
  expect(toPrintable('持有鎖', true)).toBe('');
});

test('cuts a text to the width, and no wide character in two', () => {
  expect(shorten('working', 7)).toBe('working');
  expect(shorten('working', 6)).toBe('worki…');
  expect(shorten('working', 6, '..')).toBe('work..');
  expect(shorten('持有鎖', 4)).toBe('持…');
  expect(shorten('working', 1, '..')).toBe('.');
  expect(shorten('working', 0)).toBe('');
});
