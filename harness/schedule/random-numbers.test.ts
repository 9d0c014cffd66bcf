import { expect, test } from 'vitest';
import { fractions, splitMix64 } from './random-numbers.ts';

test('gives the numbers of the reference implementation', () => {
  const next = splitMix64(1_234_567);
  expect([next(), next(), next(), next(), next()]).toEqual([
    6_457_827_717_110_365_317n,
    3_203_168_211_198_807_973n,
    9_817_491_932_198_370_423n,
    4_593_380_528_125_082_431n,
    16_408_922_859_458_223_821n,
  ]);
});

test('spreads fractions evenly, also the first ones of neighbouring seeds', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let seed = 0; seed < 10_000; seed += 1) {
    const tenth = Math.floor(fractions(seed)() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }

  // 1,000 each, with a standard deviation of 30.
  expect(Math.min(...tenths)).toBeGreaterThan(850);
  expect(Math.max(...tenths)).toBeLessThan(1_150);
});

test('takes integers only as a seed', () => {
  expect(() => splitMix64(0.5)).toThrow(RangeError);
});
