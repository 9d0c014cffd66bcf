import { expect, test } from 'vitest';
import { ownerOf, parseFrame, toWorkbookPath } from './place.ts';

test.each([
  [
    '    at join (file:///w/katas/05-join/join.ts:2:20)',
    { path: '/w/katas/05-join/join.ts', line: 2, function: 'join' },
  ],
  ['    at file:///w/katas/05-join/join.ts:12:1', { path: '/w/katas/05-join/join.ts', line: 12 }],
  ['    at async Promise.all (index 0)', undefined],
  ['    at async file:///w/a%20b/katas/05-join~x/join.ts:3:19', { path: '/w/a b/katas/05-join~x/join.ts', line: 3 }],
  ['    at new Cell (/w/cell.ts:7:5)', { path: '/w/cell.ts', line: 7, function: 'new Cell' }],
  ['    at ChildProcess.<anonymous> (file:///w/a.ts:7:5)', { path: '/w/a.ts', line: 7 }],
  ['    at emit (node:events:519:28) {', { path: 'node:events', line: 519, function: 'emit' }],
  ['Error: at /w/a.ts:1:1', undefined],
])('reads %s', (line, place) => {
  expect(parseFrame(line)).toEqual(place);
});

test.each([
  ['/w/katas/05-join/join.ts', 'learner'],
  ['/w/katas/05-join~serial/join.ts', 'learner'],
  ['/w/katas/05-join%7Eserial/join.ts', 'learner'],
  ['/w/katas/18-multiprocessing/parts/pool.ts', 'learner'],
  ['/home/katas/05-join/copy/katas/05-join/scenarios/one.ts', 'scenario'],
  ['/w/katas/05-join/run-task.ts', 'given'],
  ['/w/katas/05-join/join.test.ts', 'given'],
  ['/w/harness/scenario.ts', 'harness'],
  ['/w/node_modules/vitest/dist/index.js', 'harness'],
  ['node:events', 'node'],
  ['/usr/bin/thing', 'other'],
])('%s is of the %s', (path, owner) => {
  expect(ownerOf(path)).toBe(owner);
});

test('shows a path as it is in the workbook, also of an answer that is judged in an overlay', () => {
  expect(toWorkbookPath('/tmp/workbook-x/katas/05-join~serial/join.ts')).toBe('katas/05-join/join.ts');
  expect(toWorkbookPath('/etc/passwd')).toBe('/etc/passwd');
});
