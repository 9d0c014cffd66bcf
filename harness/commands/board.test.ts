import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kata } from '../workbook/katas.ts';
import type { KataState } from '../workbook/state.ts';
import { drawBoard } from './board.ts';

const kata = (id: string, title: string): Kata => ({
  id,
  number: Number.parseInt(id, 10),
  name: id.slice(3),
  title,
  directory: `/workbook/katas/${id}`,
  solution: `/workbook/solutions/${id}`,
  stub: `${id.slice(3)}.ts`,
  test: `${id.slice(3)}.test.ts`,
  firstFailure: undefined,
});

const KATAS = [
  kata('01-create', 'start a task in a process of its own'),
  kata('03-main-guard', 'tell the main program from an import'),
  kata('05-join', 'wait'),
  kata('06-identity', 'who is who'),
  kata('07-terminate', 'stop it'),
];
const PLAIN = { ascii: false, colour: false };

const states = (...list: KataState[]) => new Map(KATAS.map(({ id }, index) => [id, list[index] ?? 'untouched']));

test('shows each kata with its state, how many are solved, and what to do next', () => {
  const board = drawBoard(
    KATAS,
    states('solved', 'changed since it was solved', 'started', 'untouched', 'missing'),
    PLAIN,
  );
  expect(board).toBe(`\
  ✓ 01-create      start a task in a process of its own
  ~ 03-main-guard  tell the main program from an import  changed since it was solved
  ▸ 05-join        wait                                  started
  · 06-identity    who is who
  ✗ 07-terminate   stop it                               its file is missing

  ███████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  1 of 5 solved

next: npm test 03-main-guard
`);
});

test('has a form in ASCII', () => {
  const board = drawBoard(KATAS, states('solved', 'changed since it was solved', 'started', 'untouched', 'missing'), {
    ascii: true,
    colour: false,
  });
  expect(board).toBe(`\
  + 01-create      start a task in a process of its own
  ~ 03-main-guard  tell the main program from an import  changed since it was solved
  > 05-join        wait                                  started
  . 06-identity    who is who
  x 07-terminate   stop it                               its file is missing

  #######-----------------------------  1 of 5 solved

next: npm test 03-main-guard
`);
});

test.each<[string, KataState[], string]>([
  ['a kata nobody has touched', [], 'next: read katas/01-create/README.md, then npm test 01-create'],
  ['a kata that was begun', ['started'], 'next: npm test 01-create'],
  ['a kata whose file is gone', ['missing'], 'next: npm run reset 01-create (brings katas/01-create/create.ts back)'],
  [
    'nothing left',
    ['solved', 'solved', 'solved', 'solved', 'solved'],
    'All solved. npm run compare <kata> shows each beside the reference.',
  ],
])('says what to do next with %s', (_, list, line) => {
  expect(
    drawBoard(KATAS, states(...list), PLAIN)
      .trimEnd()
      .split('\n')
      .at(-1),
  ).toBe(line);
});

test('colour adds colour, and nothing else', () => {
  const all = states('solved', 'changed since it was solved', 'started', 'untouched', 'missing');
  const coloured = drawBoard(KATAS, all, { ascii: false, colour: true });
  expect(coloured).toContain('\u001b[32m✓\u001b[39m');
  expect(stripVTControlCharacters(coloured)).toBe(drawBoard(KATAS, all, PLAIN));
});

test('the bar is full when, and only when, all katas are solved', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), (total, some) => {
      const solved = Math.min(some, total);
      const katas = Array.from({ length: total }, (_, index) => kata(`${String(index).padStart(2, '0')}-a`, 'a'));
      const all = new Map(katas.map(({ id }, index) => [id, index < solved ? 'solved' : 'started'] as const));
      const board = drawBoard(katas, all, { ascii: true, colour: false });
      expect(board).toContain(`  ${solved} of ${total} solved\n`);
      expect(/^ {2}#{36} /m.test(board)).toBe(solved === total);
    }),
  );
});

test('a workbook without katas says so', () => {
  expect(drawBoard([], new Map(), PLAIN)).toBe('This workbook has no katas: the folder katas/ is empty or missing.\n');
});
