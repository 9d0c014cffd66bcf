import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { checkKata, checkWorkbook } from './check.ts';
import { findKatas } from './katas.ts';
import { test } from './testing/fixture.ts';
import type { SmallWorkbook } from './testing/small-workbook.ts';

const problemsOf = async (workbook: SmallWorkbook) => checkKata(await workbook.kata('05-join'));

test('a whole kata has no problem', async ({ workbook }) => {
  expect(await problemsOf(workbook)).toEqual([]);
  expect(await checkWorkbook(workbook.root, await findKatas(workbook.root))).toEqual([]);
});

test("a learner's backup is no problem", async ({ workbook }) => {
  await workbook.write({ 'katas/05-join/join.backup-1.ts': 'mine' });
  expect(await problemsOf(workbook)).toEqual([]);
});

const HEADING = '# 05 · join: about join\n';
const FAILURE = 'The untouched stub fails with `[not-written-yet]`.\n';

test.for<[what: string, files: Record<string, string>, problem: string]>([
  [
    'a brief for another kata',
    { 'katas/05-join/README.md': `# 06 · join: wait\n${FAILURE}` },
    "katas/05-join/README.md must begin with the line '# 05 · join: <title>'",
  ],
  [
    'a brief that does not say how the stub fails',
    { 'katas/05-join/README.md': `${HEADING}It fails with \`[not-written-yet]\`.\n` },
    "katas/05-join/README.md must have one line that begins with 'The untouched stub fails with' and names the diagnosis like `[not-written-yet]`; it names 0",
  ],
  [
    'a brief that says it twice',
    { 'katas/05-join/README.md': `${HEADING}${FAILURE}${FAILURE}` },
    "katas/05-join/README.md must have one line that begins with 'The untouched stub fails with' and names the diagnosis like `[not-written-yet]`; it names 2",
  ],
  [
    'a brief of 61 lines',
    { 'katas/05-join/README.md': `${HEADING}${FAILURE}${'And so on.\n'.repeat(59)}` },
    'katas/05-join/README.md has 61 lines: a brief is one screen, 60 lines at most',
  ],
  [
    'hints in two steps',
    { 'katas/05-join/hints.md': '## 1\n\nWhich?\n\n## 2\n\nThat.\n' },
    "katas/05-join/hints.md must have three steps, under the headings '## 1', '## 2' and '## 3'",
  ],
  [
    'an empty step of the hints',
    { 'katas/05-join/hints.md': '## 1\n\nWhich?\n\n## 2\n\n## 3\n\nThat.\n' },
    "katas/05-join/hints.md must have three steps, under the headings '## 1', '## 2' and '## 3'",
  ],
  ['two test files', { 'katas/05-join/more.test.ts': '' }, 'katas/05-join must have one test file; it has 2'],
  [
    'a stub that is not the one reset restores',
    { 'katas/05-join/join.ts': 'export {};\n' },
    'katas/05-join/join.ts differs from solutions/05-join/stub/join.ts: npm run reset 05-join, or bring the copy up to date',
  ],
  [
    'a scenario that no test plays',
    { 'katas/05-join/scenarios/answer.ts': '' },
    "katas/05-join/scenarios/answer.ts is never played: join.test.ts does not hold 'answer'",
  ],
  [
    'a file that nothing names',
    { 'katas/05-join/draft.ts': '' },
    'katas/05-join/draft.ts has no role: neither brief, stub, test, scenario nor given file names it',
  ],
  [
    'a scenario in a folder of its own',
    { 'katas/05-join/scenarios/more/deep.ts': '' },
    'katas/05-join/scenarios/more has no role: a scenario is one .ts file',
  ],
  [
    'an unknown folder of the solution',
    { 'solutions/05-join/errors/serial/join.ts': '' },
    'solutions/05-join/errors has no role: here are README.md, the .ts files of the reference, stub, alternatives and mistakes',
  ],
  [
    'an answer that is no folder',
    { 'solutions/05-join/alternatives/join.ts': '' },
    'solutions/05-join/alternatives/join.ts has no role: an answer is a folder of .ts files',
  ],
  [
    'an alternative without an answer',
    { 'solutions/05-join/alternatives/polling/poll.ts': '' },
    'solutions/05-join/alternatives/polling/join.ts is missing',
  ],
  [
    'a mistake that names no test',
    { 'solutions/05-join/mistakes/race/join.ts': '/**\n * Takes the first.\n * @diagnosis raced\n */\n' },
    'solutions/05-join/mistakes/race/join.ts must begin with a docstring that says @rejectedBy <exact test name>',
  ],
  [
    'a mistake whose docstring does not come first',
    {
      'solutions/05-join/mistakes/race/join.ts': 'export {};\n/**\n * Races.\n * @rejectedBy a\n * @diagnosis b\n */\n',
    },
    'solutions/05-join/mistakes/race/join.ts must begin with a docstring that says what the mistake is and @rejectedBy <exact test name> and @diagnosis <name>',
  ],
])('%s is the one problem', async ([, files, problem], { workbook }) => {
  await workbook.write(files);
  expect(await problemsOf(workbook)).toEqual([problem]);
});

test.for<[file: string, problems: string[]]>([
  ['katas/05-join/README.md', ['katas/05-join/README.md, the brief, is missing']],
  [
    'katas/05-join/hints.md',
    ["katas/05-join/hints.md must have three steps, under the headings '## 1', '## 2' and '## 3'"],
  ],
  ['katas/05-join/join.ts', ['katas/05-join/join.ts, the stub, is missing']],
  ['solutions/05-join/README.md', ['solutions/05-join/README.md, the explanation, is missing']],
  ['solutions/05-join/join.ts', ['solutions/05-join/join.ts is missing']],
  ['solutions/05-join/stub', ['solutions/05-join/stub/join.ts, the copy for npm run reset, is missing']],
  ['solutions/05-join/alternatives', ['solutions/05-join/alternatives must hold another right answer']],
  ['solutions/05-join/mistakes', ['solutions/05-join/mistakes must hold a wrong answer']],
])('without %s that is the one problem', async ([file, problems], { workbook }) => {
  await rm(path.join(workbook.root, file), { recursive: true });
  expect(await problemsOf(workbook)).toEqual(problems);
});

test('a module that scenarios share is used when one of them imports it', async ({ workbook }) => {
  const scenario = await workbook.read('katas/05-join/scenarios/one-answer.ts');
  await workbook.write({
    'katas/05-join/scenarios/one-answer.ts': `import './bodies.ts';\n${scenario}`,
    'katas/05-join/scenarios/bodies.ts': 'export {};\n',
  });
  expect(await problemsOf(workbook)).toEqual([]);
});

test('folders that are no katas, and two katas of one number, are problems of the workbook', async ({ workbook }) => {
  await workbook.write({
    'katas/notes/README.md': '',
    'katas/05-merge/README.md': '',
    'solutions/05-merge/README.md': '',
    'solutions/06-gone/README.md': '',
  });
  expect(await checkWorkbook(workbook.root, await findKatas(workbook.root))).toEqual([
    'katas/notes is not named like 05-join',
    'solutions/06-gone has no kata',
    'katas/05-merge: another kata has the number 5 too',
  ]);
});
