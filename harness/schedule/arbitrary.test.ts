import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Pair, schedulePairs, toScheduler } from './arbitrary.ts';
import { switchesOf } from './stretches.ts';
import { arbitraryModel } from './testing/arbitrary-model.ts';
import { type Model, type Played, play } from './testing/model.ts';
import { staleTakeover } from './testing/stale-takeover.ts';
import { isOversold, ticketSale } from './testing/ticket-sale.ts';

function playPairs<Shared>(pairs: readonly Pair[], model: Model<Shared>): Played<Shared> {
  const schedulers = [toScheduler(pairs)];
  const [run] = play({ next: () => schedulers.pop() }, model);
  if (run === undefined) {
    throw new Error('There was no run.');
  }

  return run;
}

/** What a falsified property shrank to, and how many runs that took. */
function shrink<Shared>(model: Model<Shared>, seed: number, hasFailed: (run: Played<Shared>) => boolean) {
  let runs = 0;
  let hasBegunToShrink = false;
  const property = fc.property(schedulePairs({ processes: model.processes.length }), (pairs) => {
    runs += hasBegunToShrink ? 1 : 0;
    const isFailing = hasFailed(playPairs(pairs, model));
    hasBegunToShrink ||= isFailing;
    return !isFailing;
  });
  const { counterexample } = fc.check(property, { seed, numRuns: 2_000 });
  const pairs: readonly Pair[] = counterexample?.[0] ?? [];
  return { pairs, runs };
}

function medianOf(numbers: number[]): number | undefined {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

const seeds = Array.from({ length: 25 }, (_, seed) => seed);

test('a target picks one of those that can go on, which makes so many steps', () => {
  expect(
    playPairs(
      [
        [1, 0],
        [1, 1],
      ],
      ticketSale,
    ).schedule,
  ).toEqual([0, 1, 1, 0]);
  expect(
    playPairs(
      [
        [1, 5],
        [1, 4],
      ],
      ticketSale,
    ).schedule,
  ).toEqual([1, 0, 0, 1]);
  expect(playPairs([], ticketSale).schedule).toEqual([0, 0, 1]);
  // It cannot make nine: the next pair begins earlier.
  expect(
    playPairs(
      [
        [9, 1],
        [1, 0],
      ],
      ticketSale,
    ).schedule,
  ).toEqual([1, 1, 0]);
});

test('any list of pairs is a whole run of any program', () => {
  fc.assert(
    fc.property(arbitraryModel, schedulePairs({ processes: 3 }), (model, pairs) => {
      expect(['done', 'deadlock']).toContain(playPairs(pairs, model).end);
    }),
  );
});

test('a sale that oversells always shrinks to the two switches that it needs', () => {
  for (const seed of seeds) {
    const { pairs } = shrink(ticketSale, seed, isOversold);
    expect(pairs).toHaveLength(2);
    expect(switchesOf(playPairs(pairs, ticketSale).schedule)).toBe(2);
  }
});

test('an overlap of three contenders shrinks to few switches in few runs', () => {
  const model = staleTakeover(3);
  const shrunk = seeds.map((seed) => shrink(model, seed, ({ shared }) => shared.hasOverlapped));
  const switches = shrunk.map(({ pairs }) => switchesOf(playPairs(pairs, model).schedule));
  // 4 are needed: the first contender is inside, the second takes its lock away, the third comes in, and both others go on.
  expect(medianOf(switches)).toBe(4);
  expect(Math.max(...switches)).toBeLessThanOrEqual(5);
  expect(medianOf(shrunk.map(({ runs }) => runs))).toBeLessThan(80);
});
