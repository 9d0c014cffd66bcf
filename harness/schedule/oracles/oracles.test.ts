import { expect, test } from 'vitest';
import type { Operation } from '../operation.ts';
import type { Played, ProcessEnd, RunEnd } from '../played.ts';
import { conserved } from './conserved.ts';
import { everyoneFinishes } from './everyone-finishes.ts';
import { marksAre } from './marks-are.ts';
import { meaning } from './meaning.ts';
import { mutualExclusion } from './mutual-exclusion.ts';
import { overlap } from './overlap.ts';
import { recovery } from './recovery.ts';
import { withoutWaiting } from './without-waiting.ts';

const mark = (name: string, data?: unknown): Operation => ({ name: 'mark', touches: [], mark: { name, data } });
const sleep: Operation = { name: 'sleep', touches: [], detail: '10 ms', until: 10 };
const look: Operation = { name: 'existsSync', touches: [{ what: 'lock', access: 'read' }] };

function played(steps: readonly [process: number, operation: Operation][], end: RunEnd = 'all over'): Played {
  const state: ProcessEnd['state'] = end === 'all over' ? 'over' : 'waiting';
  return {
    end,
    schedule: steps.map(([process]) => process),
    steps: steps.map(([process, operation]) => ({ process, operation, at: 0 })),
    processes: ['tony', 'kevin'].map((name) => ({ name, pid: 1, state })),
    files: {},
    wasOutside: false,
  };
}

test('meaning gives a finding another diagnosis, and leaves the others as they are', () => {
  const both = played([
    [0, mark('enters')],
    [1, mark('enters')],
  ]);
  const particular = meaning(mutualExclusion, { 'two-inside': 'freed-by-another' });
  expect(particular(both)).toMatchObject({ diagnosis: 'freed-by-another', step: 1 });
  expect(meaning(mutualExclusion, { other: 'one' })(both)).toMatchObject({ diagnosis: 'two-inside' });
  expect(particular(played([]))).toBeUndefined();
});

test('marksAre compares what marks tell, in whatever order they come', () => {
  const oracle = marksAre('answer', [true, false], 'wrong-answer');
  expect(
    oracle(
      played([
        [0, mark('answer', false)],
        [1, mark('answer', true)],
      ]),
    ),
  ).toBeUndefined();
  const twice = played([
    [0, mark('answer', true)],
    [1, mark('answer', true)],
  ]);
  expect(oracle(twice)).toMatchObject({
    diagnosis: 'wrong-answer',
    saw: 'kevin told true once more than that',
    step: 1,
  });
  expect(oracle(played([[0, mark('answer', true)]]))).toMatchObject({ saw: 'nobody told false' });
});

test('marksAre does not miss the marks of a run that has not come to its end', () => {
  expect(marksAre('answer', [true], 'wrong-answer')(played([], 'blocked'))).toBeUndefined();
});

test('withoutWaiting finds a pause between two marks, and who never gets to the second', () => {
  const oracle = withoutWaiting('asks', 'answer', 'tried-and-waited');
  const [asks, answer] = [mark('asks'), mark('answer')];
  expect(
    oracle(
      played([
        [0, sleep],
        [0, asks],
        [1, sleep],
        [0, look],
        [0, answer],
        [0, sleep],
      ]),
    ),
  ).toBeUndefined();
  expect(
    oracle(
      played([
        [0, asks],
        [0, sleep],
        [0, answer],
      ]),
    ),
  ).toMatchObject({ saw: 'tony paused, 10 ms', step: 1 });
  expect(oracle(played([[1, asks]], 'blocked'))).toMatchObject({ saw: 'kevin waited, and nobody else could go on' });
});

test('who looks again and again without a pause is told so', () => {
  expect(everyoneFinishes(played([[1, look]], 'no pause'))).toMatchObject({
    diagnosis: 'looks-without-a-pause',
    saw: 'kevin made step after step (existsSync) that changed nothing, and no pause',
  });
});

test('overlap finds who is kept out by whom, and only where nobody can go on', () => {
  const oracle = overlap('one-lock-for-all');
  const one: [number, Operation][] = [[0, mark('enters', 'row 1')]];
  expect(oracle(played([...one], 'blocked'))).toMatchObject({
    diagnosis: 'one-lock-for-all',
    saw: 'tony was inside, and kevin never got in',
  });
  expect(oracle(played([...one]))).toBeUndefined();
  expect(oracle(played([...one, [1, mark('enters', 'row 2')]], 'blocked'))).toBeUndefined();
  expect(oracle(played([], 'blocked'))).toBeUndefined();
});

test('recovery finds who waits for ever after somebody was killed, in the run or before it', () => {
  const blocked = played([], 'blocked');
  const [tony, kevin] = blocked.processes;
  const afterACrash: Played = {
    ...blocked,
    processes: [tony, kevin].flatMap((one, position) =>
      one === undefined ? [] : [{ ...one, state: position === 0 ? 'killed' : 'waiting' }],
    ),
  };
  expect(recovery('locked-out')(afterACrash)).toMatchObject({
    expected: 'whoever lives to get on after tony was killed',
    saw: 'kevin waits for ever',
  });
  expect(recovery('locked-out')(blocked)).toBeUndefined();
  expect(recovery('locked-out', 'oscar')(blocked)).toMatchObject({ saw: 'tony and kevin wait for ever' });
  expect(recovery('locked-out', 'oscar')(played([]))).toBeUndefined();
});

test('conserved compares a sum, and tells its parts', () => {
  const oracle = conserved('all the money', 100, 'money-lost', ({ tony, kevin }) => ({ tony, kevin }));
  const with_ = (files: Record<string, string>) => ({ ...played([]), files });
  expect(oracle(with_({ tony: '60', kevin: '40' }))).toBeUndefined();
  expect(oracle(with_({ tony: '60', kevin: '30' }))).toMatchObject({
    diagnosis: 'money-lost',
    expected: 'all the money to be 100',
    saw: 'it is 90 (tony 60, kevin 30)',
  });
  expect(oracle(with_({ tony: '60', kevin: '' }))).toMatchObject({ saw: "kevin is no number: ''" });
  expect(oracle(with_({ tony: '60' }))).toMatchObject({ saw: 'kevin is gone' });
  // Somebody may be in the middle of it.
  expect(oracle({ ...with_({ tony: '60', kevin: '30' }), end: 'blocked' })).toBeUndefined();
});
