import { chmodSync, chownSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeTree } from './remove-tree.ts';
import { makeTemporaryDirectory, startRunner } from './testing/runner.ts';

const NOBODY = 65534;

test('removes a tree to which all permissions were taken away', async ({ onTestFinished, skip }) => {
  skip(process.getuid?.() !== 0, 'only root can act for somebody else');
  const temporary = await makeTemporaryDirectory(onTestFinished);
  chmodSync(temporary, 0o755);
  const holder = join(temporary, 'holder');
  const tree = join(holder, 'tree');
  const directories = [holder, tree, join(tree, 'inner'), join(tree, 'inner', 'innermost')];
  for (const directory of directories) {
    mkdirSync(directory);
    chownSync(directory, NOBODY, NOBODY);
  }

  writeFileSync(join(tree, 'inner', 'innermost', 'file'), '');
  for (const directory of directories.slice(1).reverse()) {
    chmodSync(directory, 0o000);
  }

  const { stdout, stderr } = await startRunner(temporary, 'removes-as-nobody', [tree]);
  expect({ stdout, stderr }).toEqual({ stdout: '{"exists":false}', stderr: '' });
});

test('follows no link', async ({ onTestFinished }) => {
  const temporary = await makeTemporaryDirectory(onTestFinished);
  const [tree, elsewhere] = [join(temporary, 'tree'), join(temporary, 'elsewhere')];
  mkdirSync(tree);
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'file'), '');
  symlinkSync(elsewhere, join(tree, 'link'));
  await removeTree(tree);
  expect([existsSync(tree), existsSync(join(elsewhere, 'file'))]).toEqual([false, true]);
});

test('is content where there is nothing', async ({ onTestFinished }) => {
  const temporary = await makeTemporaryDirectory(onTestFinished);
  await expect(removeTree(join(temporary, 'nothing'))).resolves.toBeUndefined();
});
