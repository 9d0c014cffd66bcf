import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf } from '../timeline/drawing/text.ts';
import { tame, wrapText } from './text.ts';

test('breaks at spaces, keeps the line feeds of the text, and breaks a word only where it is longer than a line', () => {
  expect(wrapText('one two three\nfour abcdefghijklm', 9)).toEqual(['one two', 'three', 'four', 'abcdefghi', 'jklm']);
});

test('no line is too wide, and no word is lost, whatever the text', () => {
  const word = fc.stringMatching(/^[a-z\u4e00-\u4e20]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 2, max: 30 }), (words, width) => {
      const lines = wrapText(words.join(' '), width);
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
    }),
  );
});

test("takes the terminal's control sequences out of what a program printed", () => {
  expect(tame('\u001b[31mred\u001b[0m\u0007\r\ttab\nnext\u001b]0;title\u0007')).toBe('red    tab\nnext');
});

test('keeps to 7 bits where that is wanted', () => {
  expect(tame('[ 1, …(2) ]', true)).toBe('[ 1, ...(2) ]');
});
