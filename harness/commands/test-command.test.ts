import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type TriedWorkbook, test } from './testing/tried-workbook.ts';

const KATA = '05-join';
const STUB = 'join.ts';
const TESTS = 'join.test.ts';
/** Enough to show what is wrong with a whole answer: one needs its gates and one does not. */
const SOME = ['runAll of no tasks is no results', 'starts every child before it waits for any'];
const REFERENCE = { file: `solutions/${KATA}/${STUB}` };
const PRISTINE = { file: `solutions/${KATA}/stub/${STUB}` };

interface Verdict {
  solved: boolean;
  tests: { name: string; state: string; diagnosis?: string; next?: string }[];
}

async function judge(workbook: TriedWorkbook, kata = KATA) {
  const { exitCode, stdout, stderr } = await workbook.npm('test', kata, '--', '--json');
  return { exitCode, stderr, verdict: JSON.parse(stdout) as Verdict };
}

function diagnoses({ tests }: Verdict): string[] {
  return [...new Set(tests.flatMap(({ diagnosis }) => diagnosis ?? []))];
}

test('an untouched stub is red, kindly, and says what to type next', async ({ workbook }) => {
  await workbook.answer(KATA, STUB, PRISTINE);
  const { exitCode, stdout } = await workbook.npm('test', KATA);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/not\s+written\s+yet/);
  expect(stdout).toMatch(/next: npm run hint 05$/m);
  // Frames of ours mean nothing to a learner.
  expect(stdout).not.toMatch(/node_modules|harness\//);
  expect(await workbook.leftovers()).toEqual([]);
});

test('a solved kata says so, says what comes next, and is remembered until the answer changes', async ({
  workbook,
}) => {
  await workbook.answer(KATA, STUB, REFERENCE);
  const { exitCode, stdout } = await workbook.npm('test', '5');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('05-join is solved');
  expect(stdout).toMatch(/^next: npm test \d\d-/m);
  expect((await workbook.npm('test')).stdout).toMatch(/✓ 05-join/);

  const source = await readFile(join(workbook.directory, REFERENCE.file), 'utf8');
  await workbook.answer(KATA, STUB, { text: `${source}\n` });
  expect((await workbook.npm('test')).stdout).toMatch(/05-join .*changed since it was solved/);
});

test('a name that fits no kata, and an option that there is not, are usage errors', async ({ workbook }) => {
  const { exitCode, stdout, stderr } = await workbook.npm('test', 'nosuch');
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain("No kata fits 'nosuch'.");
  expect((await workbook.npm('test', '05', '--', '--colour')).exitCode).toBe(2);
  expect((await workbook.npm('run', 'hint')).exitCode).toBe(2);
});

const reference = await readFile(new URL(`../../${REFERENCE.file}`, import.meta.url), 'utf8');

/** Lines added to the reference, and the diagnosis that the learner must get. */
const accidents: [what: string, source: string, diagnosis: string][] = [
  ['is no TypeScript', `${reference}\nconst x = {;\n`, 'syntax-error'],
  [
    'holds types that cannot be stripped',
    `${reference}\nexport enum Colour { Red }\n`,
    'types-that-cannot-be-stripped',
  ],
  ['ends the program at import', `${reference}\nprocess.exit(0);\n`, 'ended-at-import'],
  ['loops at import', `${reference}\nfor (;;);\n`, 'loops-at-import'],
  ['throws a text at import', `${reference}\nthrow 'no more';\n`, 'threw-a-non-error'],
  [
    'prints without end',
    `${reference}\nsetInterval(() => console.log('x'.repeat(65536)), 0);\n`,
    'printed-without-end',
  ],
  ['prints without a pause', `${reference}\nfor (;;) process.stdout.write('x'.repeat(65536));\n`, 'loops-at-import'],
  [
    'starts itself without end',
    `${reference}\nconst self = fileURLToPath(import.meta.url);\nfor (const _ of [1, 2]) spawn(process.execPath, [self]);\n`,
    'fork-bomb',
  ],
  [
    'deletes its directory',
    `import { rmSync } from 'node:fs';\n${reference}\nrmSync(process.cwd(), { recursive: true });\n`,
    'deleted-its-directory',
  ],
  [
    'deletes the whole sandbox',
    `import { rmSync } from 'node:fs';\n${reference}\nrmSync(process.env.PIDOJO_SANDBOX ?? '', { recursive: true });\n`,
    'deleted-its-directory',
  ],
];

describe('what goes wrong in an answer is said, and nothing of it is left', () => {
  test.for(accidents)('when it %s', async ([, text, diagnosis], { workbook }) => {
    await workbook.answer(KATA, STUB, { text });
    await workbook.keepTests(KATA, TESTS, SOME);
    const { exitCode, verdict } = await judge(workbook);
    expect(exitCode).toBe(1);
    expect(diagnoses(verdict)).toContain(diagnosis);
    expect(await workbook.leftovers()).toEqual([]);
  });

  test('when it never resolves', async ({ workbook }) => {
    const text = reference.replace('return Promise.all(children.map(join));', 'return new Promise(() => {});');
    expect(text).not.toBe(reference);
    await workbook.answer(KATA, STUB, { text });
    await workbook.keepTests(KATA, TESTS, SOME);
    const { exitCode, verdict } = await judge(workbook);
    expect(exitCode).toBe(1);
    expect(diagnoses(verdict)).toEqual(expect.arrayContaining(['hangs-on-nothing']));
    expect(await workbook.leftovers()).toEqual([]);
  });

  test('when its file is missing', async ({ workbook }) => {
    await workbook.answer(KATA, STUB, 'none');
    const { exitCode, verdict } = await judge(workbook);
    expect(exitCode).toBe(1);
    expect(diagnoses(verdict)).toEqual(['answer-missing']);
    expect(verdict.tests[0]?.next).toBe('npm run reset 05');
  });
});
