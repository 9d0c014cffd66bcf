import { expect, test } from 'vitest';
import type { Operation } from '../operation.ts';
import { doing, type Model, play, type Standing, writing } from '../testing/model.ts';
import { inStep } from './in-step.ts';

const sleeping = (until: number): Standing => {
  const operation: Operation = { name: 'sleep', touches: [], until };
  return { operation };
};
const work = writing('all');

function schedules(...processes: Standing[][]): string[] {
  const model: Model<null> = { begin: () => null, processes: processes.map((steps) => doing(...steps)) };
  return [...play(inStep(), model)].map(({ schedule }) => schedule.join(''));
}

test('a step each in turn, in a run for each process that may begin', () => {
  expect(schedules([work, work], [work, work], [work])).toEqual(['01201', '12010', '20101']);
});

test('whoever sleeps comes after all who do not, in the order in which their sleeps are over', () => {
  expect(schedules([sleeping(20), work], [sleeping(10), work], [work, work, work])).toEqual([
    '2221100',
    '2221100',
    '2221100',
  ]);
});

test('who sleep for as long go on in step', () => {
  expect(schedules([work, sleeping(10), work, work], [work, sleeping(10), work, work])).toEqual([
    '01010101',
    '10101010',
  ]);
});
