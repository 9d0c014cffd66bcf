import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { expect } from 'vitest';
import { progressFile, readProgress, recordHints, recordSolved } from './progress.ts';
import { workbookRoot } from './root.ts';
import { test } from './testing/fixture.ts';

const unsaid = (line: string) => {
  throw new Error(`said: ${line}`);
};

test('remembers the solved answer and the hints of each kata', async ({ workbook }) => {
  const [join, office] = [await workbook.kata('05-join'), await workbook.kata('15-office')];
  expect(readProgress(workbook.root, unsaid)).toEqual({ katas: {} });

  recordHints(workbook.root, join, 2, unsaid);
  recordSolved(workbook.root, join, 'abc', unsaid);
  recordHints(workbook.root, office, 1, unsaid);

  const { katas } = readProgress(workbook.root, unsaid);
  expect(katas).toEqual({
    '05-join': { hints: 2, solved: { digest: 'abc', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) } },
    '15-office': { hints: 1 },
  });
  expect(await readdir(path.join(workbook.root, '.pidojo'))).toEqual(['progress.json']);
});

test.for([
  '',
  '{"katas":',
  '[]',
  'null',
  '{"katas":[]}',
  '{"katas":{"05-join":7}}',
  '{"katas":{"05-join":{"hints":-1}}}',
  '{"katas":{"05-join":{"solved":{"digest":1,"at":"2025"}}}}',
])('a file that holds %j is kept as .broken, said so, and begun anew', async (text, { workbook }) => {
  const file = progressFile(workbook.root);
  await mkdir(path.dirname(file));
  await writeFile(file, text);
  const said: string[] = [];

  recordHints(workbook.root, await workbook.kata('05-join'), 1, (line) => said.push(line));

  expect(said).toEqual([
    `${file} could not be understood. It is kept as progress.json.broken, and progress starts again.`,
  ]);
  expect(await readFile(`${file}.broken`, 'utf8')).toBe(text);
  expect(readProgress(workbook.root, unsaid)).toEqual({ katas: { '05-join': { hints: 1 } } });
});

test('a workbook that cannot be written to is said so, and no error', async ({ workbook }) => {
  // A file where the folder should be: root may write anywhere, so permissions would not do.
  await workbook.write({ '.pidojo': '' });
  const said: string[] = [];
  recordHints(workbook.root, await workbook.kata('05-join'), 1, (line) => said.push(line));
  expect(said).toEqual([expect.stringMatching(/^Progress could not be kept: (EEXIST|ENOTDIR)/)]);
});

test('a writer that is killed at any moment leaves a file that can be read', async ({ workbook }) => {
  const program = path.join(import.meta.dirname, 'testing/progress-writer.ts');
  const register = path.join(workbookRoot(), 'harness/typescript/register.mjs');
  for (let round = 0; round < 5; round += 1) {
    const writer = execa(process.execPath, ['--import', register, program, workbook.root], { reject: false });
    // Its first line says that it has begun to write; from then on any moment is as good as another.
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    expect((await writer).signal).toBe('SIGKILL');
    expect(readProgress(workbook.root, unsaid).katas['05-join']?.hints).toBeGreaterThan(0);
  }
});
