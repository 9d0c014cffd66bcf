import { describe, expect, test } from 'vitest';
import type { ScheduleEvidence } from '../schedule/evidence.ts';
import type { Step } from '../schedule/played.ts';
import { describeExploration, drawSchedule } from './schedule-text.ts';

const place = (line: number) => ({ place: { file: 'katas/13-mutex/mutex.ts', line } });
const step = (process: number, operation: Partial<Step['operation']>, lock: string | undefined): Step => ({
  process,
  operation: { name: 'mark', touches: [], ...operation },
  outcome: operation.name === 'existsSync' ? { result: 'false' } : {},
  at: 0,
  files: { tickets: '1', ...(lock !== undefined && { lock }) },
});
const enters = { mark: { name: 'enters', data: undefined } };

const evidence: ScheduleEvidence = {
  scenario: 'section',
  processes: ['tony', 'kevin'],
  explored: 'all schedules of 2 processes',
  runs: 59,
  pruned: 0,
  crashes: 0,
  isComplete: false,
  isAsked: false,
  wasOutside: false,
  shown: {
    schedule: [0, 1, 1, 0],
    replay: 'section/2:1x1,2x2,1x1',
    finding: { diagnosis: 'two-inside', expected: 'one inside', saw: 'two', step: 3 },
    steps: [
      step(0, { name: 'existsSync', detail: 'lock', ...place(9) }, undefined),
      step(1, { name: 'writeSync', detail: 'lock', ...place(12) }, 'kevin'),
      step(1, enters, 'kevin'),
      step(0, enters, 'kevin'),
    ],
    ends: [],
    before: { tickets: '1' },
    isFlaky: false,
  },
};
const shown = evidence.shown as NonNullable<ScheduleEvidence['shown']>;

test('a column a process, a row a step, and beside it the files that change', () => {
  expect(drawSchedule(evidence, { width: 72 })).toEqual([
    'step  tony                          kevin                         lock',
    '  1   existsSync lock -> no     :9                                -',
    '  2                                 writeSync lock           :12  kevin',
    '  3                                 ENTERS                        kevin',
    '  4   ENTERS <- here                                              kevin',
    '',
    ':n is line n of katas/13-mutex/mutex.ts',
  ]);
});

test('a directory in which files lie from the beginning has no column', () => {
  const steps = [{ ...step(0, enters, undefined), files: { 'bank/': '', 'bank/tony': '9' } }];
  const [heading] = drawSchedule({ ...evidence, shown: { ...shown, steps, before: { 'bank/tony': '10' } } });
  expect(heading?.split(/ +/).slice(3)).toEqual(['bank/tony']);
});

test('rows that say the same are folded, whoever makes them', () => {
  const looks = Array.from({ length: 9 }, () => step(1, { name: 'existsSync', detail: 'lock', ...place(9) }, 'tony'));
  const spinning = { ...shown, steps: [step(0, enters, 'tony'), ...looks], finding: { ...shown.finding, step: 9 } };
  const lines = drawSchedule({ ...evidence, shown: spinning as typeof shown }, { width: 80 });
  expect(lines.slice(1, 7).map((line) => line.trim().replaceAll(/ {2,}/g, '  '))).toEqual([
    '1  ENTERS  tony',
    '2  existsSync lock -> no  :9  tony',
    '3  existsSync lock -> no  :9  tony',
    '…  the same 5 times more',
    '9  existsSync lock -> no  :9  tony',
    '10  existsSync lock -> no <- here  :9  tony',
  ]);
});

test('what does not fit is shortened, the line of the answer last of all', () => {
  const lines = drawSchedule(evidence, { width: 50, ascii: true });
  expect(lines[1]).toMatch(/^ {2}1 {3}existsSync\.\.\. +:9/);
  expect(lines.slice(0, -2).every((line) => line.length <= 50)).toBe(true);
});

test('who is killed has it in a row of the table', () => {
  const killed = step(0, { name: 'killed', isCrash: true }, 'kevin');
  const lines = drawSchedule({ ...evidence, shown: { ...shown, steps: [killed] } }, { width: 72 });
  expect(lines[1]).toMatch(/^ {2}1 {3}KILLED/);
});

describe('in words', () => {
  test('how many schedules were tried, and how short the one is that is shown', () => {
    expect(describeExploration(evidence)).toEqual([
      'schedule 59, of all schedules of 2 processes; the shortest found that goes wrong',
      'has 2 switches',
    ]);
  });

  test('a schedule that was asked for is named', () => {
    expect(describeExploration({ ...evidence, isAsked: true })).toEqual([
      'schedule section/2:1x1,2x2,1x1, with 2 switches',
    ]);
  });

  test('that a part is not under control, and that another run went another way', () => {
    const text = describeExploration({ ...evidence, wasOutside: true, shown: { ...shown, isFlaky: true } }).join(' ');
    expect(text).toContain('not under control');
    expect(text).toContain('went another way');
  });
});
