import { expect, test } from 'vitest';
import { type Fails, shorten } from './shorten.ts';
import { exhaustive } from './strategies/exhaustive.ts';
import { random } from './strategies/random.ts';
import { replay, ScheduleError } from './strategies/replay.ts';
import type { Schedule } from './strategy.ts';
import { switchesOf } from './stretches.ts';
import { firstPlayed, type Model, type Played, play } from './testing/model.ts';
import { staleTakeover } from './testing/stale-takeover.ts';
import { isOversold, ticketSale } from './testing/ticket-sale.ts';

function failing<Shared>(model: Model<Shared>, hasFailed: (run: Played<Shared>) => boolean, seed: number): Schedule {
  const run = firstPlayed(random({ seed, runs: 10_000 }), model, hasFailed);
  if (run === undefined) {
    throw new Error('No schedule failed.');
  }

  return run.schedule;
}

/** Plays a schedule, and keeps what was asked for. */
function fails<Shared>(model: Model<Shared>, hasFailed: (run: Played<Shared>) => boolean, asked: string[] = []): Fails {
  return async (schedule) => {
    asked.push(schedule.join(''));
    try {
      return [...play(replay(schedule), model)].some(hasFailed);
    } catch (error) {
      if (error instanceof ScheduleError) {
        return false;
      }

      throw error;
    }
  };
}

test('of a sale that oversells two steps must be said', async () => {
  for (const schedule of [
    [0, 1, 0, 1],
    [1, 0, 0, 1],
    [1, 0, 1, 0],
  ]) {
    const asked: string[] = [];
    const shortest = await shorten(schedule, fails(ticketSale, isOversold, asked));
    expect([
      [0, 1],
      [1, 0],
    ]).toContainEqual(shortest);
    expect(asked.length).toBeLessThan(12);
  }
});

test('an overlap of three contenders is shortened to the fewest switches, in the same way each time', async () => {
  const model = staleTakeover(3);
  const hasOverlapped = ({ shared }: Played<{ hasOverlapped: boolean }>) => shared.hasOverlapped;
  const bounded = firstPlayed(exhaustive({ preemptions: 2 }), model, hasOverlapped);
  for (const seed of [1, 2, 3, 4, 5]) {
    const schedule = failing(model, hasOverlapped, seed);
    const [asked, askedAgain]: [string[], string[]] = [[], []];
    const shortest = await shorten(schedule, fails(model, hasOverlapped, asked));
    expect(await fails(model, hasOverlapped)(shortest)).toBe(true);
    expect(switchesOf(shortest)).toBeLessThanOrEqual(switchesOf(bounded?.schedule ?? []));
    expect(new Set(asked).size).toBe(asked.length);
    await shorten(schedule, fails(model, hasOverlapped, askedAgain));
    expect(askedAgain).toEqual(asked);
  }
});

test('no more runs are made than allowed', async () => {
  const asked: string[] = [];
  const schedule = [0, 1, 0, 1];
  expect(await shorten(schedule, async (one) => fails(ticketSale, () => false, asked)(one), 3)).toEqual(schedule);
  expect(asked).toHaveLength(3);
});
