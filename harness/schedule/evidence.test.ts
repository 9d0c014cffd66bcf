import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReplay, writeReplay } from './evidence.ts';

test('a schedule is written in stretches', () => {
  const schedule = [0, 0, 0, 1, 1, 2, 0];
  expect(writeReplay({ scenario: 'two-locks', processes: 2, schedule })).toBe('two-locks/2:1x3,2x2,k1,1x1');
});

test('what is written can be read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.nat({ max: 17 })), (processes, steps) => {
      const schedule = steps.map((process) => process % (2 * processes));
      const replay = { scenario: 'a-section', processes, schedule };
      // To be killed twice in a row is once.
      const once = schedule.filter((process, step) => process < processes || process !== schedule[step - 1]);
      expect(readReplay(writeReplay(replay))).toEqual({ ...replay, schedule: once });
    }),
  );
});

test.each(['', 'section', 'section/2', 'section/two:1x1', 'section/2:1', 'section/2:1x1,', '/2:1x1', 'a b/2:1x1'])(
  '%o is no schedule',
  (text) => {
    expect(readReplay(text)).toBeUndefined();
  },
);
