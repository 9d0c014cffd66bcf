import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { buildTimeline } from '../timeline/model.ts';
import { drawTimeline, drawTree } from '../timeline/picture.ts';
import { renderFailure } from './failure-text.ts';
import type { Verdict } from './verdict.ts';

const timeline = buildTimeline(
  [
    { type: 'awake', pid: 4700, ppid: 1, at: 0, program: 'three.ts' },
    { type: 'spawned', pid: 4700, ppid: 1, at: 10, child: 4711, command: 'node run-task.ts' },
    { type: 'waits', pid: 4700, ppid: 1, at: 12, child: 4711 },
    { type: 'gate-reached', pid: 4711, ppid: 4700, at: 60, name: 'working' },
  ],
  { main: 4700, endedAt: 2_000 },
);

const serial: Verdict = {
  diagnosis: 'joined-before-all-started',
  expected: "3 processes at gate 'working' at once",
  saw: '1: pid 4711 waited there, and nobody else came; for 2.0 s nothing more happened',
  why: 'This happens when each child is joined before the next one is started: then the whole takes the sum of the times, not the longest.',
  pictures: [{ kind: 'timeline', timeline, notStarted: ['child 2', 'child 3'] }],
  site: { kind: 'wait', file: 'katas/05-join/join.ts', line: 14, function: 'runAll' },
  next: 'npm run hint 05',
};

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');

test('says what was expected and seen, shows the run, says what it means, where, and what to type next', () => {
  const picture = drawTimeline(timeline, { width: 78, notStarted: ['child 2', 'child 3'] });
  expect(
    renderFailure('starts every child before it waits for any', serial),
  ).toBe(`✗ starts every child before it waits for any

  expected  3 processes at gate 'working' at once
  saw       1: pid 4711 waited there, and nobody else came; for 2.0 s nothing
            more happened

${indented(picture)}

  This happens when each child is joined before the next one is started: then
  the whole takes the sum of the times, not the longest.
                                                     [joined-before-all-started]

  Your wait is at katas/05-join/join.ts:14.
  next: npm run hint 05`);
});

test('puts the name behind the last words where there is room, and quotes what was printed as it is', () => {
  const verdict: Verdict = {
    diagnosis: 'syntax-error',
    expected: "'results' to happen",
    saw: 'it did not happen; the run was over',
    why: 'Node could not read katas/05-join/join.ts:2: Expression expected. Nothing in the file has run.',
    pictures: [],
    details: '  const exit = ;\n               ^',
    next: 'npm test 05-join',
  };
  expect(renderFailure('tells the signal', verdict)).toBe(`✗ tells the signal

  expected  'results' to happen
  saw       it did not happen; the run was over

  Node could not read katas/05-join/join.ts:2: Expression expected. Nothing in
  the file has run.                                               [syntax-error]

      const exit = ;
                   ^

  next: npm test 05-join`);
});

test('shows long values line by line, a property with its values, and a fault of the test itself', () => {
  const verdict: Verdict = {
    diagnosis: 'unexplained',
    diff: '  [\n-   1,\n+   2,\n  ]',
    counterexample: '[[2,0,1]]  (seed 7, path "0:1")',
    why: 'None of the usual causes fits.',
    pictures: [],
    next: 'npm run hint 05',
    problem: "No file harness/reporting/diagnoses/x.ts explains 'x'.",
  };
  expect(renderFailure('keeps the order', verdict)).toBe(`✗ keeps the order

  - expected   + saw
    [
  -   1,
  +   2,
    ]
  for       [[2,0,1]]  (seed 7, path "0:1")

  None of the usual causes fits.                                   [unexplained]
  No file harness/reporting/diagnoses/x.ts explains 'x'.

  next: npm run hint 05`);
});

test('draws the tree where that says more', () => {
  const text = renderFailure('bombs', { ...serial, pictures: [{ kind: 'tree', timeline, notStarted: [] }] });
  expect(text).toContain(indented(drawTree(timeline, { width: 78 })));
});

test('uses 7-bit signs where others cannot be shown', () => {
  const text = renderFailure('starts every child', { ...serial, saw: '[ 1, …(2) ]' }, { ascii: true });
  expect(text).toMatch(/^x starts every child\n/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
  expect(text).toMatch(/^[\u0000-\u007f]*$/);
});

test('colours only where that is wanted, and changes no sign by it', () => {
  const plain = renderFailure('starts every child', serial);
  const coloured = renderFailure('starts every child', serial, { colour: true });
  expect(plain).toBe(stripVTControlCharacters(plain));
  expect(coloured).not.toBe(plain);
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test('keeps to the width, and shows what a program printed without its control sequences', () => {
  const long = { ...serial, saw: `\u001b[2J${'盘古'.repeat(60)}`, diff: undefined };
  const { diff: _, ...verdict } = long;
  const lines = renderFailure('in Chinese', verdict, { width: 60 }).split('\n');
  expect(lines.join('')).not.toContain('\u001b');
  expect(Math.max(...lines.map((line) => line.replaceAll(/[\u4e00-\u9fff]/g, 'xx').length))).toBeLessThanOrEqual(60);
});
