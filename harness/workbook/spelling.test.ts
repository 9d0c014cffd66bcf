import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, isNear } from './spelling.ts';

test.each([
  ['', '', 0],
  ['', 'join', 4],
  ['jion', 'join', 1],
  ['mutx', 'mutex', 1],
  ['orfan', 'orphan', 2],
  ['demon', 'daemon', 1],
  ['lock', 'deadlock', 4],
])('%j and %j are %i edits apart', (from, to, edits) => {
  expect(editDistance(from, to)).toBe(edits);
});

test('the distance is the same both ways, and zero only from a word to itself', () => {
  const words = fc.stringMatching(/^[abc]{0,6}$/);
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(editDistance(one, other)).toBe(editDistance(other, one));
      expect(editDistance(one, other) === 0).toBe(one === other);
    }),
  );
});

test('a part of a name is near to it, and another word is not', () => {
  expect(isNear('lock', 'stale-lock')).toBe(true);
  expect(isNear('orfan', 'orphan')).toBe(true);
  expect(isNear('lo', 'stale-lock')).toBe(false);
  expect(isNear('zombie', 'daemon')).toBe(false);
});
