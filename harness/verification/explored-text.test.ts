import { expect, test } from 'vitest';
import { describeExplored } from './explored-text.ts';
import type { JudgedAnswer } from './judged-answer.ts';

const answer = (role: JudgedAnswer['role'], name: string, explored?: JudgedAnswer['explored']): JudgedAnswer => ({
  kata: '13-mutex',
  role,
  name,
  passed: true,
  ...(explored && { explored }),
});

test('nothing is said of a kata that explores no schedules', () => {
  expect(describeExplored([answer('reference', 'reference'), answer('mistake', 'races')])).toEqual([]);
});

test('all that was tried is summed up, and each mistake has its counterexample', () => {
  const lines = describeExplored([
    answer('reference', 'reference', { schedules: 300, crashes: 20 }),
    answer('mistake', 'looks', { schedules: 7, crashes: 0, counterexample: { replay: 'section/2:1x1', switches: 2 } }),
    answer('mistake', 'rests', { schedules: 3, crashes: 1 }),
  ]);
  expect(lines).toEqual([
    '310 schedules, in 21 of them a process was killed',
    'mistake  tried  switches  shortest schedule that goes wrong',
    'looks        7         2  section/2:1x1',
  ]);
});
