import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { givenFiles } from './given-files.ts';
import { findKatas, scenarioNames } from './katas.ts';
import { test } from './testing/fixture.ts';

test('finds the katas in the order of their numbers, with what their briefs say', async ({ workbook }) => {
  await workbook.write({
    'katas/100-late/late.test.ts': '',
    'katas/notes/README.md': '',
    'katas/7-short/README.md': '',
  });

  const katas = await findKatas(workbook.root);

  expect(katas.map(({ id }) => id)).toEqual(['05-join', '15-office', '100-late']);
  expect(katas[0]).toEqual({
    id: '05-join',
    number: 5,
    name: 'join',
    title: 'about join',
    directory: path.join(workbook.root, 'katas/05-join'),
    solution: path.join(workbook.root, 'solutions/05-join'),
    stub: 'join.ts',
    test: 'join.test.ts',
    firstFailure: 'not-written-yet',
  });
});

test('the stub is named after the test, whatever the kata is called', async ({ workbook }) => {
  await workbook.write({ 'katas/03-main-guard/lottery.test.ts': '' });
  expect(await workbook.kata('03-main-guard')).toMatchObject({ stub: 'lottery.ts', test: 'lottery.test.ts' });
});

test('a kata whose brief says nothing has its name as title and no first failure', async ({ workbook }) => {
  await workbook.write({ 'katas/05-join/README.md': 'Join.\n' });
  expect(await workbook.kata('05-join')).toMatchObject({ title: 'join', firstFailure: undefined });
});

test('a folder without katas holds none', async ({ workbook }) => {
  expect(await findKatas(path.join(workbook.root, 'nowhere'))).toEqual([]);
});

test('given files are those that the kata itself names, not those of the learner', async ({ workbook }) => {
  await workbook.write({
    'katas/05-join/task.ts': "export { wanted } from './wanted.ts';\n",
    'katas/05-join/wanted.ts': "export const wanted = 'right';\n",
    'katas/05-join/ask.ts': "// Its name is the end of 'task.ts'.\n",
    'katas/05-join/mine.ts': 'export const mine = 1;\n',
    'katas/05-join/join.ts': "import './mine.ts';\n",
    'katas/05-join/join.backup-1.ts': "import './task.ts';\n",
  });
  expect(await givenFiles(await workbook.kata('05-join'))).toEqual(['task.ts', 'wanted.ts']);
});

test('scenarios are the .ts files in their folder', async ({ workbook }) => {
  await workbook.write({ 'katas/05-join/scenarios/two.ts': '', 'katas/05-join/scenarios/notes.md': '' });
  await symlink('two.ts', path.join(workbook.root, 'katas/05-join/scenarios/linked.ts'));
  expect(await scenarioNames(await workbook.kata('05-join'))).toEqual(['linked', 'one-answer', 'two']);
});
