import { expect, test } from 'vitest';
import { doing, type Model, play, writing } from '../testing/model.ts';
import { standStill } from './stand-still.ts';

const work = writing('all');

function schedule(steps: number, ...lengths: number[]): string[] {
  const model: Model<null> = {
    begin: () => null,
    processes: lengths.map((length) => doing(...Array.from({ length }, () => work))),
  };
  return [...play(standStill(steps), model)].map((run) => run.schedule.join(''));
}

test('the first stands still after its steps until the others have come to their end, who go on in step', () => {
  expect(schedule(2, 4, 2, 2)).toEqual(['00121200']);
});

test('where the others go on for very long, the first does not stand for ever', () => {
  const [run = ''] = schedule(1, 2, 1_000);
  expect(run.lastIndexOf('0')).toBeGreaterThan(100);
  expect(run.lastIndexOf('0')).toBeLessThan(900);
});
