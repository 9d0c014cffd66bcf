import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { expect } from 'vitest';
import { createOverlay, type OverlayEntry } from './overlay.ts';
import { test as base } from './testing/fixture.ts';
import { UsageError } from './usage-error.ts';

const test = base
  .extend<{ parent: string }>({
    parent: async ({ workbook }, use) => {
      const parent = path.join(workbook.root, 'overlays');
      await mkdir(parent);
      await use(parent);
    },
  })
  .extend<{ overlayOf: (entries: OverlayEntry[]) => ReturnType<typeof createOverlay> }>({
    overlayOf: async ({ workbook, parent }, use) => {
      await use((entries) => createOverlay(workbook.root, entries, parent));
    },
  });

const filesUnder = async (directory: string) =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .sort();

test('lays each answer over a copy of its kata, in a folder of its own', async ({ workbook, overlayOf }) => {
  const kata = await workbook.kata('05-join');
  const overlay = await overlayOf([
    { kata, label: 'stub', files: 'pristine stub' },
    { kata, label: 'pieces', files: { directory: path.join(kata.solution, 'alternatives/pieces') } },
    { kata, label: 'one file', files: { file: path.join(kata.solution, 'mistakes/other/join.ts') } },
  ]);

  const folder = (label: string) => path.dirname(overlay.testFiles.get(label) ?? '');
  expect(folder('stub')).toBe(path.join(overlay.directory, 'katas/05-join~stub'));
  expect(folder('one file')).toBe(path.join(overlay.directory, 'katas/05-join~one-file'));
  const common = ['join.test.ts', 'join.ts', 'scenarios/one-answer.ts', 'task.ts'];
  expect(await filesUnder(folder('stub'))).toEqual(common);
  expect(await filesUnder(folder('pieces'))).toEqual([...common, 'piece.ts'].sort());
  expect(await filesUnder(folder('one file'))).toEqual(common);
  const answer = (label: string) => readFile(path.join(folder(label), 'join.ts'), 'utf8');
  expect(await answer('stub')).toBe(await workbook.read('solutions/05-join/stub/join.ts'));
  expect(await answer('pieces')).toBe(await workbook.read('solutions/05-join/alternatives/pieces/join.ts'));
  expect(await answer('one file')).toBe(await workbook.read('solutions/05-join/mistakes/other/join.ts'));
});

test("nothing of the learner's own answer comes into another's copy", async ({ workbook, overlayOf }) => {
  const kata = await workbook.kata('05-join');
  await workbook.write({
    'katas/05-join/join.ts': "import './child.ts';\n",
    'katas/05-join/child.ts': '',
    'katas/05-join/join.backup-1.ts': '',
  });
  const overlay = await overlayOf([
    { kata, label: 'reference', files: { directory: kata.solution } },
    { kata, label: 'yours', files: { directory: kata.directory } },
  ]);

  const common = ['join.test.ts', 'join.ts', 'scenarios/one-answer.ts', 'task.ts'];
  expect(await filesUnder(path.join(overlay.directory, 'katas/05-join~reference'))).toEqual(common);
  expect(await filesUnder(path.join(overlay.directory, 'katas/05-join~yours'))).toEqual(['child.ts', ...common]);
});

test('an answer cannot bring tests or scenarios of its own', async ({ workbook, overlayOf }) => {
  const kata = await workbook.kata('05-join');
  await workbook.write({
    'handed-in/join.ts': 'export {};\n',
    'handed-in/join.test.ts': 'export {};\n',
    'handed-in/scenarios/one-answer.ts': 'export {};\n',
  });
  const overlay = await overlayOf([
    { kata, label: 'handed in', files: { directory: path.join(workbook.root, 'handed-in') } },
  ]);
  for (const file of ['join.test.ts', 'scenarios/one-answer.ts']) {
    const copy = path.join(overlay.directory, 'katas/05-join~handed-in', file);
    expect(await readFile(copy, 'utf8')).toBe(await workbook.read(`katas/05-join/${file}`));
  }
});

test('labels become names that shells and globs leave alone, and stay apart', async ({ workbook, overlayOf }) => {
  const kata = await workbook.kata('05-join');
  const labels = ['a/b', 'a b', '../..', '张伟', `${'long '.repeat(100)}`];
  const overlay = await overlayOf(labels.map((label) => ({ kata, label, files: 'pristine stub' })));

  expect([...overlay.testFiles.keys()]).toEqual(labels);
  const folders = await readdir(path.join(overlay.directory, 'katas'));
  expect(folders.sort()).toEqual(
    ['05-join~-', '05-join~a-b', '05-join~a-b~2', '05-join~张伟', `05-join~${'long-'.repeat(12)}`].sort(),
  );
  const same: OverlayEntry = { kata, label: 'same', files: 'pristine stub' };
  await expect(overlayOf([same, same])).rejects.toThrow("Two entries of one overlay have the label 'same'.");
});

test('an answer in the wrong file is an error that names both, and nothing is left behind', async ({
  workbook,
  parent,
  overlayOf,
}) => {
  const kata = await workbook.kata('05-join');
  await workbook.write({ 'handed-in/joins.ts': '' });
  const directory = path.join(workbook.root, 'handed-in');

  const attempt = overlayOf([{ kata, label: 'handed in', files: { directory } }]);

  await expect(attempt).rejects.toThrow(UsageError);
  await expect(attempt).rejects.toThrow(`An answer to 05-join is a file join.ts. In ${directory} there is joins.ts.`);
  expect(await readdir(parent)).toEqual([]);
});

test('removing it leaves what it links to', async ({ workbook, parent, overlayOf }) => {
  const overlay = await overlayOf([{ kata: await workbook.kata('05-join'), label: 'stub', files: 'pristine stub' }]);
  for (const name of ['harness', 'node_modules', 'package.json', 'tsconfig.json', 'vitest.config.ts']) {
    expect((await lstat(path.join(overlay.directory, name))).isSymbolicLink()).toBe(true);
  }

  await overlay.remove();

  expect(await readdir(parent)).toEqual([]);
  expect(await workbook.read('harness/scenario.ts')).not.toBe('');
  expect(await workbook.read('harness/typescript/register.mjs')).not.toBe('');
  expect(await workbook.read('node_modules/vitest/package.json')).not.toBe('');
  expect(await workbook.read('katas/05-join/join.test.ts')).not.toBe('');
});

test('a workbook without one of the settings has an overlay without it', async ({ workbook, overlayOf }) => {
  await rm(path.join(workbook.root, 'tsconfig.json'));
  const overlay = await overlayOf([]);
  expect(await readdir(overlay.directory)).not.toContain('tsconfig.json');
});

test("in a copy a scenario finds the answer beside it and the workbook's harness", async ({ workbook, overlayOf }) => {
  const kata = await workbook.kata('05-join');
  const overlay = await overlayOf([
    { kata, label: 'pieces', files: { directory: path.join(kata.solution, 'alternatives/pieces') } },
  ]);
  const register = path.join(workbook.root, 'harness/typescript/register.mjs');
  const scenario = path.join(overlay.directory, 'katas/05-join~pieces/scenarios/one-answer.ts');

  const { stdout } = await execa(process.execPath, ['--import', register, scenario]);

  expect(stdout).toBe('marked right');
});

test('one Vitest run judges all answers of an overlay, side by side', async ({ workbook, overlayOf }) => {
  const [join, office] = [await workbook.kata('05-join'), await workbook.kata('15-office')];
  const overlay = await overlayOf([
    { kata: join, label: 'join stub', files: 'pristine stub' },
    { kata: join, label: 'join mistake', files: { directory: path.join(join.solution, 'mistakes/other') } },
    { kata: join, label: 'join pieces', files: { directory: path.join(join.solution, 'alternatives/pieces') } },
    { kata: office, label: 'office reference', files: { directory: office.solution } },
  ]);

  const vitest = path.join(workbook.root, 'node_modules/vitest/vitest.mjs');
  const { stdout } = await execa(process.execPath, [vitest, 'run', '--root', overlay.directory, '--reporter=json'], {
    reject: false,
  });

  const results: { name: string; status: string }[] = JSON.parse(stdout).testResults;
  const verdicts = [...overlay.testFiles].map(([label, file]) => [
    label,
    results.find(({ name }) => name === file)?.status,
  ]);
  expect(verdicts).toEqual([
    ['join stub', 'failed'],
    ['join mistake', 'failed'],
    ['join pieces', 'passed'],
    ['office reference', 'passed'],
  ]);
  expect(results).toHaveLength(4);
}, 60_000);
