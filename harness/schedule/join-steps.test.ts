import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinSteps } from './join-steps.ts';
import { random } from './strategies/random.ts';
import { replay } from './strategies/replay.ts';
import { switchesOf } from './stretches.ts';
import { arbitraryModel } from './testing/arbitrary-model.ts';
import { everySchedule } from './testing/every-schedule.ts';
import { doing, type Model, play, reading, writing } from './testing/model.ts';
import { traceOf } from './testing/trace.ts';

function join<Shared>(model: Model<Shared>, seed: number) {
  const [run] = play(random({ seed, runs: 1 }), model);
  if (run === undefined) {
    throw new Error('There was no run.');
  }

  return { run, joined: joinSteps(run.schedule, run.operations) };
}

test('steps of a process stand together as far as dependent ones of others allow', () => {
  const [a, b, file] = [writing('a').operation, writing('b').operation, writing('file').operation];
  expect(joinSteps([0, 1, 0, 1, 0, 1], [a, b, a, b, a, b])).toEqual([0, 0, 0, 1, 1, 1]);
  expect(joinSteps([0, 1, 0, 1, 0, 1], [a, file, a, b, file, b])).toEqual([1, 1, 1, 0, 0, 0]);
  expect(joinSteps([0, 1, 0, 1], [file, file, file, file])).toEqual([0, 1, 0, 1]);
  expect(joinSteps([], [])).toEqual([]);
});

test('the joined schedule does the same, and no other one that does has fewer switches', () => {
  fc.assert(
    fc.property(arbitraryModel, fc.integer(), (model, seed) => {
      const { run, joined } = join(model, seed);
      const [again] = play(replay(joined), model);
      expect(again?.shared).toEqual(run.shared);
      expect(again && traceOf(again)).toBe(traceOf(run));
      const same = everySchedule(model).filter((other) => traceOf(other) === traceOf(run));
      expect(switchesOf(joined)).toBe(Math.min(...same.map((other) => switchesOf(other.schedule))));
    }),
  );
});

test('a hundred steps of four processes are joined too', () => {
  const own = (process: number) => Array.from({ length: 24 }, () => writing(`own ${process}`));
  const processes = [0, 1, 2, 3].map((process) => doing<null>(...own(process), reading('file'), writing('file')));
  const { run, joined } = join({ begin: () => null, processes }, 1);
  expect(joined.toSorted()).toEqual(run.schedule.toSorted());
  expect(switchesOf(joined)).toBeLessThan(8);
});
