import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryModel } from '../testing/arbitrary-model.ts';
import { doing, play, writing } from '../testing/model.ts';
import { isOversold, ticketSale } from '../testing/ticket-sale.ts';
import { random } from './random.ts';
import { replay } from './replay.ts';

test('plays what was played', () => {
  fc.assert(
    fc.property(arbitraryModel, fc.integer(), (model, seed) => {
      for (const { schedule, operations, shared, end } of play(random({ seed, runs: 3 }), model)) {
        expect([...play(replay(schedule), model)]).toEqual([
          expect.objectContaining({ schedule, operations, shared, end }),
        ]);
      }
    }),
  );
});

test('goes on without preemptions when the schedule is over', () => {
  const [run, ...others] = play(replay([0, 1]), ticketSale);
  expect(run?.schedule).toEqual([0, 1, 1, 0]);
  expect(run && isOversold(run)).toBe(true);
  expect(others).toEqual([]);
});

test('after its end one that gives way comes again after all others', () => {
  const sleeps = { operation: { name: 'sleep', touches: [], until: 1 } };
  const model = { begin: () => null, processes: [doing(writing('all'), sleeps), doing(writing('all')), doing(sleeps)] };
  const [run] = play(replay([]), model);
  expect(run?.schedule).toEqual([0, 1, 2, 0]);
});

test('a step that cannot be made is an error', () => {
  expect(() => [...play(replay([0, 0, 0]), ticketSale)]).toThrow(
    expect.objectContaining({
      code: 'IMPOSSIBLE_STEP',
      message: 'Step 3 is for process 1, which cannot go on there; process 2 can.',
    }),
  );
});
