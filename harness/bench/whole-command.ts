import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { testRunDirectory } from '../sandbox/test-run-directory.ts';
import { copyWorkbook } from '../workbook/copy.ts';
import { type Comparison, compare } from './pairs.ts';

const KATA = '05-join';

/** What a learner waits for: a solved kata's tests, from the typed command to the prompt. */
export async function measureCommand(root: string, rounds: number): Promise<Comparison> {
  const workbook = await copyWorkbook(root, join(testRunDirectory(), 'workbook'));
  await copyFile(join(root, 'solutions', KATA, 'join.ts'), join(workbook, 'katas', KATA, 'join.ts'));
  const bare = await makeEmptySuite(root);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

  return compare(
    {
      name: 'command',
      subject: `npm test ${KATA}, with the reference in place`,
      yardstick: 'vitest run of one empty test',
      aim: 3,
    },
    () => execa('npm', ['test', KATA], { cwd: workbook, stdin: 'ignore' }),
    () => execa(process.execPath, [vitest, 'run'], { cwd: bare, stdin: 'ignore' }),
    rounds,
  );
}

async function makeEmptySuite(root: string): Promise<string> {
  const directory = join(testRunDirectory(), 'empty-suite');
  await mkdir(directory);
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(directory, 'empty.test.js'), "import { test } from 'vitest';\n\ntest('is empty', () => {});\n");
  return directory;
}
