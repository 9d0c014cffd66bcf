import { rm } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { expect } from 'vitest';
import { answerDigest } from '../workbook/answers.ts';
import { recordSolved } from '../workbook/progress.ts';
import { test as base } from '../workbook/testing/fixture.ts';
import type { SmallWorkbook } from '../workbook/testing/small-workbook.ts';

// What somebody types, from the command to its exit status. Each command is a process of its own.
const test = base.extend<{ type: (command: string, ...args: string[]) => Promise<Result> }>({
  type: async ({ workbook }, use) => {
    await workbook.installCommands();
    await use(async (command, ...args) => {
      const { exitCode, stdout, stderr } = await workbook.run(command, ...args);
      return { status: exitCode, stdout, stderr };
    });
  },
});

interface Result {
  status: number | undefined;
  stdout: string;
  stderr: string;
}

const solve = async (workbook: SmallWorkbook) => {
  await workbook.write({ 'katas/05-join/join.ts': await workbook.read('solutions/05-join/join.ts') });
  const kata = await workbook.kata('05-join');
  recordSolved(workbook.root, kata, await answerDigest(kata));
};

test('list shows the board, without colour when nobody looks at a terminal', async ({ workbook, type }) => {
  await solve(workbook);
  expect(await type('list')).toEqual({
    status: 0,
    stdout: `\
  ✓ 05-join    about join
  · 15-office  about office

  ██████████████████░░░░░░░░░░░░░░░░░░  1 of 2 solved

next: read katas/15-office/README.md, then npm test 15-office
`,
    stderr: '',
  });
});

test('list --json tells a program the same', async ({ workbook, type }) => {
  await solve(workbook);
  await type('hint', '15');
  const { status, stdout } = await type('list', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    solved: 1,
    total: 2,
    next: '15-office',
    katas: [
      {
        id: '05-join',
        number: 5,
        name: 'join',
        title: 'about join',
        state: 'solved',
        solvedAt: expect.stringMatching(/^\d{4}-/),
        hints: { shown: 0, of: 3 },
      },
      {
        id: '15-office',
        number: 15,
        name: 'office',
        title: 'about office',
        state: 'untouched',
        solvedAt: null,
        hints: { shown: 1, of: 3 },
      },
    ],
  });
});

test('list ends quietly when its reader has gone', async ({ workbook }) => {
  await workbook.installCommands();
  const line = 'node --import ./harness/typescript/register.mjs harness/commands/list.ts';
  const { stdout, stderr } = await execa('sh', ['-c', `exec 3>&1; { ${line}; echo status $? >&3; } | exec true`], {
    cwd: workbook.root,
  });
  expect({ stdout, stderr }).toEqual({ stdout: 'status 0', stderr: '' });
});

test('a progress file that is broken is said so beside the board', async ({ workbook, type }) => {
  await workbook.write({ '.pidojo/progress.json': '{' });
  const { status, stdout, stderr } = await type('list');
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `${path.join(workbook.root, '.pidojo/progress.json')} could not be understood. It is kept as progress.json.broken, and progress starts again.\n`,
  });
  expect(stdout).toContain('0 of 2 solved');
});

test('hint goes on by one step each time, then points to the reference', async ({ type }) => {
  const said = async () => (await type('hint', '5')).stdout;
  expect(await said()).toBe(
    '05-join: hint 1 of 3\n\nWhich?\n\nnext: npm test 05-join    (or npm run hint 05-join, for hint 2)\n',
  );
  expect(await said()).toMatch(/^05-join: hint 2 of 3\n\nLook there\.\n\nnext: npm test 05-join/);
  expect(await said()).toBe(
    '05-join: hint 3 of 3\n\nNearly.\n\nThat was the last hint.\nnext: npm test 05-join    (or npm run compare 05-join, which shows the reference)\n',
  );
  expect(await said()).toBe(
    '05-join: you have had all 3 hints (npm run hint 05-join -- --again).\nnext: npm run compare 05-join\n',
  );
});

test('hint --again shows those so far, and --all the rest too', async ({ type }) => {
  expect(await type('hint', 'join', '--again')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'No hint for 05-join was shown yet.\nnext: npm run hint 05-join\n',
  });
  await type('hint', 'join');
  const again = await type('hint', 'join', '--again');
  expect(again.stdout).toMatch(/^05-join: hint 1 of 3\n\nWhich\?\n\nnext: .*for hint 2\)\n$/);
  const all = await type('hint', 'join', '--all', '--json');
  expect(JSON.parse(all.stdout)).toEqual({
    kata: '05-join',
    hints: [
      { step: 1, text: 'Which?' },
      { step: 2, text: 'Look there.' },
      { step: 3, text: 'Nearly.' },
    ],
    shown: 3,
    of: 3,
  });
  expect((await type('hint', 'join', '--all', '--again')).status).toBe(2);
});

test('hint for a kata without hints says where they should be', async ({ workbook, type }) => {
  await rm(path.join(workbook.root, 'katas/05-join/hints.md'));
  expect(await type('hint', '5')).toMatchObject({
    status: 2,
    stderr: '05-join has no hints: katas/05-join/hints.md is missing or empty.\n',
  });
});

test('reset puts the stub back and says where the answer is kept', async ({ workbook, type }) => {
  await workbook.write({ 'katas/05-join/join.ts': 'mine' });
  expect(await type('reset', 'katas/05-join/')).toEqual({
    status: 0,
    stdout:
      'katas/05-join/join.ts is back as it was given.\nYour version is kept in katas/05-join/join.backup-1.ts.\nnext: npm test 05-join\n',
    stderr: '',
  });
  expect(await workbook.read('katas/05-join/join.backup-1.ts')).toBe('mine');
  expect(await type('reset', '05')).toMatchObject({
    status: 0,
    stdout: 'katas/05-join/join.ts is as it was given: nothing to do.\nnext: npm test 05-join\n',
  });

  await workbook.write({ 'katas/05-join/join.ts': 'again' });
  expect(JSON.parse((await type('reset', '05', '--json')).stdout)).toEqual({
    kata: '05-join',
    stub: 'katas/05-join/join.ts',
    changed: true,
    backup: 'katas/05-join/join.backup-2.ts',
  });
});

test.for(['hint 1', 'reset 1', 'hint jion', 'reset jion', 'hint', 'reset', 'reset 5 15', 'list 5', 'list --jsn'])(
  '%s is a usage error: status 2, nothing on stdout, what to type, and no stack',
  async (line, { type }) => {
    const [command = '', ...args] = line.split(' ');
    const { status, stdout, stderr } = await type(command, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/npm run/);
    expect(stderr).not.toMatch(/^\s+at /m);
  },
);

test.for(['list', 'hint', 'reset'])(
  '%s --help shows its usage, and does nothing',
  async (command, { workbook, type }) => {
    await workbook.write({ 'katas/05-join/join.ts': 'mine' });
    const { status, stdout, stderr } = await type(command, ...(command === 'list' ? [] : ['5']), '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^usage: npm run ${command}`));
    expect(await workbook.read('katas/05-join/join.ts')).toBe('mine');
  },
);
