import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromStretches, switchesOf, toStretches } from './stretches.ts';

test('a stretch is as long as its process goes on', () => {
  expect(toStretches([0, 0, 2, 0])).toEqual([
    { process: 0, length: 2 },
    { process: 2, length: 1 },
    { process: 0, length: 1 },
  ]);
});

test('the stretches of a schedule are that schedule, with a switch between any two', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 })), (schedule) => {
      expect(fromStretches(toStretches(schedule))).toEqual(schedule);
      expect(switchesOf(schedule)).toBe(
        schedule.filter((process, step) => step > 0 && process !== schedule[step - 1]).length,
      );
    }),
  );
});
