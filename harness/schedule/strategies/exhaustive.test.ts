import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryModel, type Memory, withStates } from '../testing/arbitrary-model.ts';
import { everySchedule } from '../testing/every-schedule.ts';
import { doing, firstPlayed, type Model, type Played, play, reading, writing } from '../testing/model.ts';
import { staleTakeover } from '../testing/stale-takeover.ts';
import { isOversold, ticketSale } from '../testing/ticket-sale.ts';
import { traceOf } from '../testing/trace.ts';
import { exhaustive } from './exhaustive.ts';

/** As many processes as numbers, each with so many steps that write the same, or each its own. */
function writers(lengths: number[], isShared: boolean): Model<null> {
  return {
    begin: () => null,
    processes: lengths.map((length, process) =>
      doing(...Array.from({ length }, () => writing(isShared ? 'all' : `own ${process}`))),
    ),
  };
}

const toFinalState = ({ shared, end }: Played<unknown>): string => JSON.stringify([end, shared]);
const toSchedule = ({ schedule }: Played<unknown>): string => schedule.join('');
const isComplete = ({ end }: Played<unknown>): boolean => end !== 'nothing new';

/** How far the two processes had come, at each point of a run. */
function pointsOf({ schedule }: Played<unknown>): string[] {
  return [...Array(schedule.length + 1).keys()].map((length) => {
    const made = schedule.slice(0, length);
    return `${made.filter((process) => process === 0).length} ${made.filter((process) => process === 1).length}`;
  });
}

describe('without reduction', () => {
  test.each([
    { m: 1, n: 1, schedules: 2 },
    { m: 3, n: 2, schedules: 10 },
    { m: 4, n: 4, schedules: 70 },
    { m: 6, n: 0, schedules: 1 },
  ])('processes of $m and $n steps have $schedules schedules', ({ m, n, schedules }) => {
    const strategy = exhaustive({ sleepSets: false });
    const runs = [...play(strategy, writers([m, n], false))];
    expect(new Set(runs.map(toSchedule)).size).toBe(schedules);
    expect(runs).toHaveLength(schedules);
    expect(strategy).toMatchObject({ runs: schedules, pruned: 0 });
  });

  test('the unlocked sale oversells if both read before either writes, and only then', () => {
    const runs = [...play(exhaustive({ sleepSets: false }), ticketSale)];
    expect(runs.map(toSchedule).sort()).toEqual(['001', '0101', '0110', '1001', '1010', '110']);
    expect(runs.filter(isOversold).map(toSchedule).sort()).toEqual(['0101', '0110', '1001', '1010']);
  });

  test('a program without steps has one run', () => {
    expect([...play(exhaustive(), writers([0, 0], true))]).toHaveLength(1);
  });
});

describe('with sleep sets', () => {
  test.each([[[1, 1]], [[4, 4]], [[3, 3, 3]]])('independent processes of %s steps have 1 schedule', (lengths) => {
    const strategy = exhaustive();
    const runs = [...play(strategy, writers(lengths, false))];
    expect(runs.filter(isComplete)).toHaveLength(1);
    expect(strategy.runs).toBe(1);
    expect(strategy.pruned).toBe(runs.length - 1);
  });

  test('nothing is left out when all steps are dependent', () => {
    const strategy = exhaustive();
    expect([...play(strategy, writers([4, 4], true))]).toHaveLength(70);
    expect(strategy.pruned).toBe(0);
  });

  test('readers are independent of each other, not of a writer', () => {
    const readers: Model<null> = {
      begin: () => null,
      processes: [doing(reading('file')), doing(reading('file')), doing(writing('file'))],
    };
    // Each of the readers stands before the writer or after it.
    expect([...play(exhaustive(), readers)].filter(isComplete)).toHaveLength(4);
  });

  test('every final state is still reached, deadlocks too', () => {
    fc.assert(
      fc.property(arbitraryModel, (model) => {
        const reached = [...play(exhaustive(), model)].filter(isComplete).map(toFinalState);
        expect(new Set(reached)).toEqual(new Set(everySchedule(model).map(toFinalState)));
      }),
    );
  });

  test('of schedules that differ in the order of independent steps exactly one is tried', () => {
    fc.assert(
      fc.property(arbitraryModel, (model) => {
        const tried = [...play(exhaustive(), model)].filter(isComplete).map(traceOf);
        expect(tried.sort()).toEqual([...new Set(everySchedule(model).map(traceOf))].sort());
      }),
    );
  });
});

describe('with a bound of preemptions', () => {
  test('each schedule with at most that many is tried once, those with fewer first', () => {
    fc.assert(
      fc.property(arbitraryModel, fc.nat({ max: 4 }), (model, preemptions) => {
        const strategy = exhaustive({ preemptions });
        const bounds: number[] = [];
        const tried = [];
        for (const run of play(strategy, model)) {
          tried.push(toSchedule(run));
          bounds.push(strategy.bound);
        }

        const all = everySchedule(model).filter((run) => run.preemptions <= preemptions);
        expect(tried.toSorted()).toEqual(all.map(toSchedule).sort());
        expect(bounds).toEqual(all.map((run) => run.preemptions).sort());
      }),
    );
  });

  test('where states are known, the same final states are reached, with the same fewest preemptions', () => {
    fc.assert(
      fc.property(arbitraryModel, fc.nat({ max: 3 }), (model, preemptions) => {
        const reached = (tried: Model<Memory>) => {
          const strategy = exhaustive({ preemptions });
          const bounds = new Map<string, number>();
          for (const run of play(strategy, tried)) {
            if (isComplete(run) && !bounds.has(toFinalState(run))) {
              bounds.set(toFinalState(run), strategy.bound);
            }
          }

          return { bounds: [...bounds].sort(), runs: strategy.runs };
        };
        const [all, known] = [reached(model), reached(withStates(model))];
        expect(known.bounds).toEqual(all.bounds);
        expect(known.runs).toBeLessThanOrEqual(all.runs);
      }),
    );
  });

  test('where states are known, each of them is gone on from once', () => {
    // A grid of 5 by 5: without a bound that cuts anything, two ways on from each point but those at two of its edges.
    const model = { ...writers([4, 4], true), stateOf: () => null };
    const strategy = exhaustive({ preemptions: 8 });
    const runs = [...play(strategy, model)];
    expect(new Set(runs.flatMap(pointsOf)).size).toBe(25);
    expect(runs.length).toBeLessThan(70);
  });

  test('the first schedule that oversells has one preemption', () => {
    const strategy = exhaustive({ preemptions: 2 });
    const failing = firstPlayed(strategy, ticketSale, isOversold);
    expect(failing?.schedule).toEqual([0, 1, 1, 0]);
    expect(strategy).toMatchObject({ runs: 3, bound: 1 });
  });

  test('two contenders for a stale lock never overlap when it is renamed away and put back', () => {
    expect([...play(exhaustive(), staleTakeover(2))].some(({ shared }) => shared.hasOverlapped)).toBe(false);
  });

  test('three do, with two preemptions', () => {
    const strategy = exhaustive({ preemptions: 2 });
    const failing = firstPlayed(strategy, staleTakeover(3), ({ shared }) => shared.hasOverlapped);
    expect(failing).toBeDefined();
    expect(strategy.bound).toBe(2);
  });
});

describe('a program that does not do the same each time', () => {
  /** A process whose steps are others in each run. */
  function changing(stepsOf: (run: number) => ReturnType<typeof writing>[]): Model<null> {
    let run = 0;
    const process = function* () {
      run += 1;
      yield* stepsOf(run);
    };
    return { begin: () => null, processes: [process, doing(writing('all')), doing(writing('other'))] };
  }

  test.each<[string, (run: number) => ReturnType<typeof writing>[]]>([
    ['does something else', (run) => [writing('all'), run === 1 ? writing('all') : reading('all')]],
    ['ends earlier', (run) => [writing('all'), ...(run === 1 ? [writing('all')] : [])]],
    ['goes on longer', (run) => (run === 1 ? [writing('all')] : [writing('all'), writing('all')])],
  ])('is an error when it %s', (_, stepsOf) => {
    const model = changing(stepsOf);
    expect(() => [...play(exhaustive({ sleepSets: false }), model)]).toThrow(
      expect.objectContaining({ name: 'DivergenceError', code: 'NOT_DETERMINISTIC' }),
    );
  });

  test('may give other names to its temporary files', () => {
    const model = changing((run) => [writing(`lock-${run}`), writing('all')]);
    expect([...play(exhaustive(), model)].filter(isComplete)).toHaveLength(2);
  });
});
